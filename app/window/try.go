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

// nth tries a voice or a pitch by its number.
func (l *listening) nth(n int) { pressNth(append(append([]*pill(nil), l.voices...), l.hz...), n) }

// retune is a little lower or higher.
func (l *listening) retune(k stroke) {
	by := 1.0
	if k.name == fyne.KeyLeft {
		by = -1
	}
	l.tune(min(max(l.shell.kept.sound.Pitch+by, choice.MinPitch), choice.MaxPitch))
}

// louder goes to the next level of a part of the sound, and from the highest to the lowest.
func (l *listening) louder(of *slider) {
	to := of.Value + roomStep
	if of.Value >= of.Max {
		to = of.Min
	}
	of.moved(min(to, of.Max))
	of.left()
}

// leave ends what is being tried: it was tried for the page.
func (l *listening) leave() {
	if l.shell.shown.snap.Trial {
		l.shell.wish(control.MethodStop)
	}
}
