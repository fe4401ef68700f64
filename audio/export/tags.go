package export

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/mewkiz/flac/meta"

	"kindhum/app/choice"
)

const (
	maker    = "Kindhum"
	maxTitle = 200 // letters; a practice's title has no more
)

// tags are what a file says of itself: nothing but what follows from its Spec, so that the same Spec gives the
// same bytes.
type tags struct {
	title       string // may be empty
	length      string // of the session, in whole breaths: "5m"
	description string // "5m, breath 4-6, voice hum, 528 Hz"
}

func (s Spec) tags() tags {
	sound := s.Sound.Clamp()
	breaths := time.Duration(s.Timeline.Breaths) * s.Timeline.Pattern.Period()
	length := choice.FormatLength(max(breaths.Round(time.Second), time.Second))
	return tags{
		title:  oneLine(s.Title),
		length: length,
		description: fmt.Sprintf("%s, breath %s, voice %s, %s Hz", length, s.Timeline.Pattern, sound.Voice,
			strconv.FormatFloat(sound.Pitch, 'f', -1, 64)),
	}
}

// oneLine is what a tag can hold of a text: valid, without control characters, and not too long.
func oneLine(text string) string {
	letters := []rune(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r // what is no UTF-8 has become U+FFFD by now
	}, text))
	return strings.TrimSpace(string(letters[:min(len(letters), maxTitle)]))
}

// comment are the tags as FLAC has them.
func (t tags) comment() *meta.Block {
	c := &meta.VorbisComment{Vendor: maker, Tags: [][2]string{
		{"ARTIST", maker}, {"DESCRIPTION", t.description}, {"LENGTH", t.length},
	}}
	if t.title != "" {
		c.Tags = append([][2]string{{"TITLE", t.title}}, c.Tags...)
	}
	const number = 4 // bytes before each text, and before all of them
	length := number + len(c.Vendor) + number
	for _, tag := range c.Tags {
		length += number + len(tag[0]) + len("=") + len(tag[1])
	}
	return &meta.Block{Header: meta.Header{Type: meta.TypeVorbisComment, Length: int64(length)}, Body: c}
}
