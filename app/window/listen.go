package window

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/choice"
	"kindhum/app/control"
)

// pitches are the octaves of the tradition's 528 Hz, which are offered to hum along with.
var pitches = []float64{528, 264, 132}

// roomStep is what a key adds to the room, back to none after the largest.
const roomStep = 25

// listening is the page on which everything that is heard is chosen, and tried by the choice itself.
type listening struct {
	shell          *shell
	voices, hz     []*pill
	about, exactly *widget.Label
	pitch          *slider
	cue, bells     level
	room           *slider
	night          *pill
	hearing        *hearing
}

// level is a part of the sound that is on or off, and has a level of its own.
type level struct {
	on     *pill
	slider *slider
}

func (s *shell) openSound() {
	l := &listening{shell: s, about: left(""), exactly: left(""), hearing: newHearing(s).wide()}
	l.about.Importance, l.exactly.Importance = widget.LowImportance, widget.LowImportance
	for _, id := range choice.Voices() {
		l.voices = append(l.voices, s.option(s.text.Voice(id).Title, func() { l.voice(id) }).of(s.text.Text("voice")).tells("voice"))
	}
	for _, f := range pitches {
		l.hz = append(l.hz, s.option(fmt.Sprintf("%g Hz", f), func() { l.tune(f) }).of(s.text.Text("pitch")).tells("pitch"))
	}
	for i, p := range append(append([]*pill(nil), l.voices...), l.hz...) {
		p.by(choosers[i : i+1])
	}
	l.pitch = l.slide(choice.MinPitch, choice.MaxPitch, 1, control.PartHum, func(to float64) choice.SoundChange {
		return choice.SoundChange{Pitch: &to}
	})
	l.cue = level{s.option("", l.toggleCue).of(s.text.Text("cue")).tells("cue"), l.slide(choice.MinLevel, choice.MaxLevel, volumeStep, control.PartBreath, func(to float64) choice.SoundChange {
		n, on := int(to), true
		return choice.SoundChange{CueLevel: &n, Cue: &on}
	})}
	l.bells = level{s.option("", l.toggleBells).of(s.text.Text("bells")).tells("bells"), l.slide(choice.MinLevel, choice.MaxLevel, volumeStep, control.PartBells, func(to float64) choice.SoundChange {
		n, on := int(to), true
		return choice.SoundChange{BellsLevel: &n, Bells: &on}
	})}
	l.room = l.slide(choice.MinRoom, choice.MaxRoom, volumeStep, control.PartHum, func(to float64) choice.SoundChange {
		n := int(to)
		return choice.SoundChange{Room: &n}
	})
	l.night = s.option("", l.toggleNight).of(s.text.Text("at_night")).tells("at_night")
	l.pitch.tells(s.tips, s.text.Text("name_pitch"), "pitch_exactly")
	l.cue.slider.tells(s.tips, s.text.Text("name_cue"), "cue_level")
	l.bells.slider.tells(s.tips, s.text.Text("name_bells"), "bells_level")
	l.room.tells(s.tips, s.text.Text("room"), "room")
	l.update()
	s.turnTo("sound", l.rows(), openPage{update: l.update, keyed: keyed{onSound, l}, leave: l.leave})
}

// rows is the page from top to bottom.
func (l *listening) rows() fyne.CanvasObject {
	s := l.shell
	hint := caption(s.text.Text("sound_keys"))
	listen := s.pill(outlined, "listen", func() { l.try(control.PartBells) })
	return container.NewVBox(
		l.row("voice", pillRow(l.voices)), l.about,
		l.row("pitch", pillRow(l.hz)), l.row("", l.pitch), l.exactly,
		l.row("cue", l.cue.row()), l.row("bells", l.bells.row()),
		l.row("room", l.room), l.row("at_night", pillRow([]*pill{l.night})),
		l.row("volume", l.hearing.all), gap(4), centredRow(listen), hint,
	)
}

// row is a label and what belongs to it.
func (l *listening) row(key string, body fyne.CanvasObject) fyne.CanvasObject {
	name := ""
	if key != "" {
		name = l.shell.text.Text(key)
	}
	return newLabelled(quiet(name), body)
}

func (v level) row() *fyne.Container {
	on := container.New(&cell{wide: 62}, v.on)
	return container.New(layout.NewBorderLayout(nil, nil, on, nil), on, v.slider) // in the order of Tab
}

func pillRow(all []*pill) fyne.CanvasObject {
	row := container.New(&flow{gap: 2, left: true})
	for _, p := range all {
		row.Add(p)
	}
	return row
}

// slide is a slider whose moves change the sound, and which lets a part of it be heard when it is let go.
func (l *listening) slide(from, to, stride float64, part string, change func(float64) choice.SoundChange) *slider {
	s := newSlider(from, to, stride, l.shell.key)
	s.moved = func(to float64) { l.shell.setSound(change(to)) }
	s.left = func() { l.try(part) }
	return s
}

// update shows the sound as it is.
func (l *listening) update() {
	s, sound := l.shell, l.shell.kept.sound
	for i, id := range choice.Voices() {
		l.voices[i].choose(id == sound.Voice)
		if about := s.text.Voice(id).About; id == sound.Voice && l.about.Text != about {
			l.about.SetText(about)
		}
	}
	for i, f := range pitches {
		l.hz[i].choose(f == sound.Pitch)
	}
	l.pitch.set(sound.Pitch)
	if exactly := fmt.Sprintf(s.text.Text("pitch_exactly"), sound.Pitch); l.exactly.Text != exactly {
		l.exactly.SetText(exactly)
	}
	l.cue.show(s, sound.Cue, sound.CueLevel)
	l.bells.show(s, sound.Bells, sound.BellsLevel)
	l.room.set(float64(sound.Room))
	showOn(s, l.night, sound.Night, "softer", "as_by_day")
	l.hearing.update(s)
}

func (v level) show(s *shell, on bool, level int) {
	showOn(s, v.on, on, "on", "off")
	v.slider.set(float64(level))
}

// showOn shows in words and by its outline that something is on.
func showOn(s *shell, p *pill, on bool, yes, no string) {
	key := no
	if on {
		key = yes
	}
	p.setText(s.text.Text(key))
	p.choose(on)
}
