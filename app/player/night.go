package player

import (
	"time"

	"kindhum/app/choice"
	"kindhum/app/session"
	"kindhum/audio"
)

// dusk is how often the player looks how much of the night there is: half an hour of dusk comes
// in steps that nobody hears.
const dusk = time.Minute

// sendSound tells the sound child how it is to sound now: as chosen, and at night softer where that was
// chosen too.
func (p *Player) sendSound() {
	p.hearing.sound = p.run.sound.AtNight(choice.Night(p.Today()))
	sound := p.hearing.sound
	p.Sound.Send(audio.Command{Sound: &sound})
}

// darken follows the night while something plays.
func (p *Player) darken(now int64) {
	if !p.nocturnal() || now-p.times.darkened < int64(dusk) {
		return
	}
	p.times.darkened = now
	if p.run.sound.AtNight(choice.Night(p.Today())) != p.hearing.sound {
		p.sendSound()
	}
}

// nocturnal reports whether the time of day matters to what is heard.
func (p *Player) nocturnal() bool { return p.run.sound.Night && p.state.Mode != session.Idle }
