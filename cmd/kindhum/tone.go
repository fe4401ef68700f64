package main

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kindhum/app/choice"
)

// toneFlags are the flags that say how the background tone goes. They hold for one run.
type toneFlags struct{ timer, fade, swell string }

func (f *toneFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.timer, "for", "", "a sleep timer: fade out after this long (default none)")
	c.Flags().StringVar(&f.fade, "fade", "30s", "how long the sleep timer fades: none, or up to 5m")
	c.Flags().StringVar(&f.swell, "swell", "off", "swell and ebb once in this time, 6s to 1m: or off")
}

// change is what was said; what was not said stays nil.
func (f *toneFlags) change(c *cobra.Command) (choice.ToneChange, error) {
	var t choice.ToneChange
	for _, flag := range []struct {
		name, said, none, wants string
		to                      **time.Duration
		least, most             time.Duration
	}{
		{"for", f.timer, "", "a time from 1s to 24h such as 30m", &t.Timer, choice.MinTimer, choice.MaxLength},
		{"fade", f.fade, "none", "none, or a time up to 5m", &t.Fade, 0, choice.MaxFade},
		{"swell", f.swell, "off", "off, or a time from 6s to 1m", &t.Swell, choice.MinSwell, choice.MaxSwell},
	} {
		if !c.Flags().Changed(flag.name) {
			continue
		}
		if flag.none != "" && strings.EqualFold(flag.said, flag.none) {
			*flag.to = new(time.Duration)
			continue
		}
		d, err := choice.ParseSpan(flag.said)
		if err != nil || d < flag.least || d > flag.most {
			return t, usagef("--%s is %s, not %q", flag.name, flag.wants, flag.said)
		}
		*flag.to = &d
	}
	return t, nil
}
