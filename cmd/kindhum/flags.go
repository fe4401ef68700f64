package main

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"kindhum/app/breath"
	"kindhum/app/choice"
)

// soundFlags are the flags that say how it sounds. They hold for one run.
type soundFlags struct {
	voice, pitch, cue, bells string
	volume, room             int
	cueLevel, bellsLevel     int
}

func (f *soundFlags) add(c *cobra.Command) {
	d := choice.DefaultSound()
	c.Flags().StringVar(&f.voice, "voice", d.Voice, "the voice of the hum; \"kindhum list voices\" has them")
	c.Flags().StringVar(&f.pitch, "pitch", strconv.FormatFloat(d.Pitch, 'g', -1, 64), "the pitch in Hz, 100 to 800")
	wholeVar(c, &f.volume, "volume", d.Volume, choice.MaxVolume)
	c.Flags().StringVar(&f.cue, "cue", "air", "the sound of the in-breath: air or off")
	c.Flags().StringVar(&f.bells, "bells", "on", "a bowl at the beginning and the end: on or off")
	wholeVar(c, &f.room, "room", d.Room, choice.MaxRoom)
	wholeVar(c, &f.cueLevel, "cue-level", d.CueLevel, choice.MaxLevel)
	wholeVar(c, &f.bellsLevel, "bells-level", d.BellsLevel, choice.MaxLevel)
}

// change is what was said; what was not said stays nil.
func (f *soundFlags) change(c *cobra.Command) (choice.SoundChange, error) {
	var s choice.SoundChange
	said := c.Flags().Changed
	if said("voice") {
		s.Voice = &f.voice
	}
	if said("pitch") {
		hz, err := choice.ParsePitch(f.pitch)
		if err != nil {
			return s, usage{err}
		}
		s.Pitch = &hz
	}
	if said("volume") {
		s.Volume = &f.volume
	}
	if said("room") {
		s.Room = &f.room
	}
	if said("cue-level") {
		s.CueLevel = &f.cueLevel
	}
	if said("bells-level") {
		s.BellsLevel = &f.bellsLevel
	}
	var err error
	if said("cue") {
		if s.Cue, err = either("cue", f.cue, "air", "off"); err != nil {
			return s, err
		}
	}
	if said("bells") {
		if s.Bells, err = either("bells", f.bells, "on", "off"); err != nil {
			return s, err
		}
	}
	_, err = s.Apply(choice.DefaultSound())
	return s, asUsage(err)
}

// either reads a flag of two words: whether it is the first.
func either(flag, word, yes, no string) (*bool, error) {
	is := strings.EqualFold(word, yes)
	if !is && !strings.EqualFold(word, no) {
		return nil, usagef("--%s is %s or %s, not %q", flag, yes, no, word)
	}
	return &is, nil
}

// sessionFlags are the flags that say how a session goes. They hold for one run.
type sessionFlags struct {
	length, pattern, leadIn, words, lang string
	seed                                 uint64
	hidden                               bool
}

func (f *sessionFlags) add(c *cobra.Command) {
	d := choice.DefaultSession()
	c.Flags().StringVar(&f.length, "length", choice.FormatLength(d.Length), "20s to 24h, or open")
	c.Flags().StringVar(&f.pattern, "pattern", "", "in-out or in-hold-out-rest in seconds (default the practice's own)")
	c.Flags().StringVar(&f.leadIn, "lead-in", d.LeadIn.String(), "quiet before the first breath, 0 to 60s")
	c.Flags().StringVar(&f.words, "words", "on", "kind words: on or off")
	c.Flags().StringVar(&f.lang, "lang", "", "the language of the words (default the system's)")
	c.Flags().Var(whole[uint64]{&f.seed, math.MaxUint64}, "seed", "the same seed gives the same sound (default any)")
}

// idle adds the flags to a command in which they make no difference: they are read all the same, and not shown.
func (f *sessionFlags) idle(c *cobra.Command) {
	f.add(c)
	c.Flags().BoolVar(&f.hidden, "hidden", true, "it never opens a window")
	for _, name := range []string{"length", "pattern", "lead-in", "words", "lang", "seed", "hidden"} {
		c.Flags().Lookup(name).Hidden = true
	}
}

// change is what was said; what was not said stays nil.
func (f *sessionFlags) change(c *cobra.Command, practiceWords []string) (choice.SessionChange, error) {
	var s choice.SessionChange
	said := c.Flags().Changed
	if len(practiceWords) > 0 {
		p, err := find(strings.Join(practiceWords, " "), "")
		if err != nil {
			return s, usage{err}
		}
		s.Practice = &p.ID
	}
	var err error
	if said("pattern") {
		if _, err := breath.Parse(f.pattern); err != nil {
			return s, usage{err}
		}
		s.Pattern = &f.pattern
	}
	if said("length") {
		if s.Length, err = span(choice.ParseLength(f.length)); err != nil {
			return s, err
		}
	}
	if said("lead-in") {
		if s.LeadIn, err = span(choice.ParseLeadIn(f.leadIn)); err != nil {
			return s, err
		}
	}
	if said("words") {
		if s.Words, err = either("words", f.words, "on", "off"); err != nil {
			return s, err
		}
	}
	f.lang, err = asked(f.lang)
	return s, err
}

func span(d time.Duration, err error) (*time.Duration, error) { return &d, asUsage(err) }
