package desktop

import (
	"fmt"
	"strings"
	"time"
)

// entry is one line of the tray's menu.
type entry struct {
	id    int32
	label string
	off   bool // it can be read, and not chosen
	radio bool // one of several
	on    bool // of several, it is the one
	wish  Wish
	under []entry // a menu of its own
}

// Numbers by which trays name the entries. A separator has one too. Those of timers and volumes count on from theirs.
const (
	entryState int32 = 1 + iota
	entryLine1
	entryMoment
	entryBegin
	entryToggle
	entryStop
	entryTone
	entryVolume
	entryLine2
	entryOpen
	entryQuit
	entryTimer0  int32 = 20
	entryVolume0 int32 = 40
)

var (
	// timers are the sleep timers that are offered; the first is none.
	timers = []time.Duration{0, 15 * time.Minute, 30 * time.Minute, time.Hour}
	// volumes are those that are offered.
	volumes = []int{100, 75, 50, 25, 0}
)

// entries is the tray's menu: line says what plays, last is the practice that would be begun.
func entries(s State, line, last string, o Options) []entry {
	text := o.Text
	all := []entry{
		{id: entryState, label: line, off: true},
		{id: entryLine1},
		{id: entryMoment, label: text("desk_moment"), wish: Wish{Act: Moment}},
		{id: entryBegin, label: fmt.Sprintf(text("desk_begin"), last), wish: Wish{Act: Begin}},
	}
	if s.Playback != Stopped {
		key := "pause"
		if s.Playback == Paused {
			key = "resume"
		}
		all = append(all, entry{id: entryToggle, label: text(key), wish: Wish{Act: Toggle}},
			entry{id: entryStop, label: text("end"), wish: Wish{Act: Stop}})
	}
	return append(all,
		entry{id: entryTone, label: text("desk_tone"), under: tones(o)},
		entry{id: entryVolume, label: text("volume"), under: levels(s.Volume, text)},
		entry{id: entryLine2},
		entry{id: entryOpen, label: text("desk_open"), off: !s.Opens, wish: Wish{Act: Open}},
		entry{id: entryQuit, label: text("desk_quit"), wish: Wish{Act: Quit}})
}

// tones are the background tone with its sleep timers.
func tones(o Options) []entry {
	all := make([]entry, 0, len(timers))
	for i, timer := range timers {
		label := o.Text("no_timer")
		if timer > 0 {
			label = o.Count("minutes", int(timer/time.Minute))
		}
		all = append(all, entry{id: entryTimer0 + int32(i), label: label, wish: Wish{Act: Tone, Timer: timer}})
	}
	return all
}

func levels(now int, text func(string) string) []entry {
	all := make([]entry, 0, len(volumes))
	for i, level := range volumes {
		label := fmt.Sprint(level)
		if level == 0 {
			label = text("sound_off")
		}
		all = append(all, entry{
			id: entryVolume0 + int32(i), label: label, radio: true, on: level == now, wish: Wish{Act: SetVolume, Volume: level},
		})
	}
	return all
}

// find is the entry of a number, wherever it is.
func find(all []entry, id int32) (entry, bool) {
	for _, e := range all {
		if e.id == id {
			return e, true
		}
		if under, is := find(e.under, id); is {
			return under, true
		}
	}
	return entry{}, false
}

// plainLabel is a label in which no letter is taken for a key.
func plainLabel(s string) string { return strings.ReplaceAll(s, "_", "__") }
