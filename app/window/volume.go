package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"kindhum/app/choice"
)

// hearing is a slider with its mute beside it.
type hearing struct {
	all    *fyne.Container
	mute   *pill
	slider *slider
}

func newHearing(s *shell) *hearing {
	h := &hearing{mute: s.pill(plain, "mute", s.mute)}
	h.slider = newSlider(choice.MinVolume, choice.MaxVolume, volumeStep, s.key)
	h.slider.tells(s.tips, s.text.Text("volume"), "volume")
	h.slider.moved = func(to float64) { s.setVolume(int(to)) }
	h.all = container.New(&flow{gap: 4}, h.mute, container.New(&cell{wide: 170}, h.slider))
	return h
}

// wide lays both out over the width of a page, as the levels are.
func (h *hearing) wide() *hearing {
	h.all = level{on: h.mute, slider: h.slider}.row()
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
	h.slider.set(float64(s.kept.sound.Volume))
}

// fadeTo fades the mute; a slider is there or not.
func (h *hearing) fadeTo(part float64) {
	h.mute.fadeTo(part)
	if show := part > 0.5; show != h.slider.Visible() {
		h.slider.Hidden = !show
		h.slider.Refresh()
	}
}
