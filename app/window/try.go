package window

import (
	"fyne.io/fyne/v2"

	"kindhum/app/choice"
	"kindhum/app/control"
)

// try lets a part of the sound be heard: by itself where nothing plays, otherwise in what does.
func (l *listening) try(part string) {
	l.shell.wishes.ask(control.MethodTry, control.Try{Part: part})
}

// change changes the sound and lets it be heard.
func (l *listening) change(c choice.SoundChange, part string) {
	l.shell.setSound(c)
	l.try(part)
}

func (l *listening) voice(id string) { l.change(choice.SoundChange{Voice: &id}, control.PartHum) }

func (l *listening) tune(hz float64) { l.change(choice.SoundChange{Pitch: &hz}, control.PartHum) }

func (l *listening) toggleCue() {
	on := !l.shell.kept.sound.Cue
	l.change(choice.SoundChange{Cue: &on}, control.PartBreath)
}

func (l *listening) toggleBells() {
	on := !l.shell.kept.sound.Bells
	l.change(choice.SoundChange{Bells: &on}, control.PartBells)
}

func (l *listening) toggleNight() {
	on := !l.shell.kept.sound.Night
	l.shell.setSound(choice.SoundChange{Night: &on})
}

// enlarge goes to the next size of the room.
func (l *listening) enlarge() {
	to := (l.shell.kept.sound.Room/roomStep + 1) * roomStep
	if to > choice.MaxRoom {
		to = choice.MinRoom
	}
	l.change(choice.SoundChange{Room: &to}, control.PartHum)
}

// key tries with one key what the page shows: voices and pitches by their number, the rest by its letter.
func (l *listening) key(name fyne.KeyName) bool {
	if n := int(name[0] - '1'); len(name) == 1 && n >= 0 && n < len(l.voices)+len(l.hz) {
		all := append(append([]*pill(nil), l.voices...), l.hz...)
		all[n].press()
		return true
	}
	switch name {
	case fyne.KeySpace:
		l.try(control.PartBells)
	case fyne.KeyA:
		l.toggleCue()
	case fyne.KeyB:
		l.toggleBells()
	case fyne.KeyR:
		l.enlarge()
	case fyne.KeyN:
		l.toggleNight()
	case fyne.KeyM:
		l.shell.mute()
	case fyne.KeyUp:
		l.shell.setVolume(l.shell.kept.sound.Volume + volumeStep)
	case fyne.KeyDown:
		l.shell.setVolume(l.shell.kept.sound.Volume - volumeStep)
	default:
		return false
	}
	return true
}

// leave ends what is being tried: it was tried for the page.
func (l *listening) leave() {
	if l.shell.shown.snap.Trial {
		l.shell.wish(control.MethodStop)
	}
}
