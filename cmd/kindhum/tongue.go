package main

import (
	"sync/atomic"

	"kindhum/app/player"
	"kindhum/assets"
)

// tongue is the language that the player speaks now. The desktop asks for its words from other goroutines.
type tongue struct{ words atomic.Pointer[assets.Words] }

// notices are the player's own lines in a language, which it speaks from now on.
func (t *tongue) notices(language string) player.Notices {
	words, err := assets.LoadWords(language)
	if err != nil {
		return player.Notices{} // a test sees to it that all of them can be loaded
	}
	t.words.Store(&words)
	return player.Notices{
		SoundLost: words.Text("sound_lost"), SoundNone: words.Text("sound_none"),
		Slept: words.Text("slept"), Ease: words.Lines("ease"), WhereTitle: words.Text("where_title"),
		Where: words.Text("where"), WhereLater: words.Text("where_later"), Open: words.Text("desk_open"),
		RemindTitle: words.Text("remind_title"), Remind: words.Lines("remind"), Moment: words.Text("desk_moment"),
	}
}

// text is what the desktop shows of a key.
func (t *tongue) text(key string) string {
	if words := t.words.Load(); words != nil {
		return words.Text(key)
	}
	return key
}

// count is what the desktop shows for so many of a thing.
func (t *tongue) count(key string, n int) string {
	if words := t.words.Load(); words != nil {
		return words.Count(key, n)
	}
	return key
}
