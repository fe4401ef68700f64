package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/choice"
)

// volume is a slider of 0 to 100. Keys that it does not know go on to other.
type volume struct {
	widget.Slider
	other func(*fyne.KeyEvent)
	quiet bool // it is being set, not moved
}

func newVolume(changed func(int), other func(*fyne.KeyEvent)) *volume {
	v := &volume{other: other}
	v.Min, v.Max, v.Step = choice.MinVolume, choice.MaxVolume, 1
	v.Orientation = widget.Horizontal
	v.OnChanged = func(to float64) {
		if !v.quiet {
			changed(int(to))
		}
	}
	v.ExtendBaseWidget(v)
	return v
}

// set shows a volume without calling back.
func (v *volume) set(to int) {
	if int(v.Value) == to {
		return
	}
	v.quiet = true
	v.SetValue(float64(to))
	v.quiet = false
}

// TypedKey is Fyne's. Left and right move by 5, as up and down do everywhere.
func (v *volume) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		v.SetValue(v.Value - volumeStep)
	case fyne.KeyRight:
		v.SetValue(v.Value + volumeStep)
	default:
		v.other(e)
	}
}

// hearing is a slider with its mute beside it.
type hearing struct {
	all    *fyne.Container
	mute   *pill
	slider *volume
}

func newHearing(s *shell) *hearing {
	h := &hearing{mute: s.pill(plain, "mute", s.mute)}
	h.slider = newVolume(s.setVolume, s.key)
	h.all = container.New(&flow{gap: 4}, h.mute, container.NewGridWrap(fyne.NewSize(170, 38), h.slider))
	return h
}

// update shows the sound as it is.
func (h *hearing) update(s *shell) {
	key := "mute"
	if s.kept.sound.Muted {
		key = "unmute"
	}
	if h.mute.setText(s.text.Text(key)) {
		h.all.Refresh()
	}
	h.slider.set(s.kept.sound.Volume)
}

// fadeTo fades the mute; a slider is there or not.
func (h *hearing) fadeTo(part float64) {
	h.mute.fadeTo(part)
	if show := part > 0.5; show != h.slider.Visible() {
		h.slider.Hidden = !show
		h.slider.Refresh()
	}
}
