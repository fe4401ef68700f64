package desktop

import (
	"fmt"
	"testing"
)

func TestNoTwoEntriesHaveTheSameNumber(t *testing.T) {
	for _, playback := range []Playback{Stopped, Playing, Paused} {
		seen := map[int32]string{0: "the menu itself"}
		var walk func(all []entry)
		walk = func(all []entry) {
			for _, e := range all {
				if other, is := seen[e.id]; is {
					t.Errorf("%d is %q and %q", e.id, other, e.label)
				}
				seen[e.id] = e.label
				if found, is := find(entries(State{Playback: playback}, "", "", wordy), e.id); !is || found.label != e.label {
					t.Errorf("%d is not found", e.id)
				}
				walk(e.under)
			}
		}
		walk(entries(State{Playback: playback}, "", "", wordy))
		if _, pauses := seen[entryToggle]; pauses == (playback == Stopped) {
			t.Errorf("%s: pause is there: %v", playback, pauses)
		}
	}
}

func TestTheVolumeThatItIsIsMarked(t *testing.T) {
	for _, volume := range []int{0, 25, 60, 100} {
		marked := 0
		for _, e := range levels(volume, texts) {
			if e.on {
				marked++
				if e.wish.Volume != volume {
					t.Errorf("%d is marked at %d", e.wish.Volume, volume)
				}
			}
		}
		if want := map[int]int{60: 0}; marked != 1 && marked != want[volume] {
			t.Errorf("%d are marked at %d", marked, volume)
		}
	}
}

func TestThePicture(t *testing.T) {
	for _, p := range pictures() {
		t.Run(fmt.Sprint(p.Width), func(t *testing.T) {
			at := func(x, y int32) []byte { return p.ARGB[4*(y*p.Width+x):][:4] }
			last := p.Width - 1
			for _, corner := range [][]byte{at(0, 0), at(last, 0), at(0, last), at(last, last)} {
				if corner[0] != 0 {
					t.Errorf("a corner is %v", corner)
				}
			}
			if c := at(p.Width/2, p.Height/2); c[0] != 255 || c[1] < 240 {
				t.Errorf("the heart is %v", c)
			}
			if c := at(p.Width/2, p.Height/10); c[0] != 255 || c[1] > 90 {
				t.Errorf("the ground is %v", c)
			}
		})
	}
}

func texts(key string) string {
	if key == "desk_begin" {
		return key + " %v"
	}
	return key
}

// wordy is options with words.
var wordy = Options{Text: texts, Count: func(key string, n int) string { return fmt.Sprint(n, " ", key) }}
