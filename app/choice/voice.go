package choice

import (
	"fmt"
	"slices"
	"strings"
)

// Voice names one way for the hum to sound.
type Voice struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	About string `json:"about"`
}

// Voices are the voices there are, the default first.
func Voices() []Voice {
	return []Voice{
		{"hum", "Hum", "Warm and close, like a calm human hum."},
		{"reed", "Reed", "Soft and breathy, like a small whistle."},
		{"bowl", "Bowl", "Struck softly with each out-breath, and left to ring."},
		{"pure", "Pure", "One even tone and nothing else."},
	}
}

// ParseVoice finds a voice by id or title, in any case.
func ParseVoice(s string) (string, error) {
	var ids []string
	for _, v := range Voices() {
		if strings.EqualFold(s, v.ID) || strings.EqualFold(s, v.Title) {
			return v.ID, nil
		}
		ids = append(ids, v.ID)
	}
	slices.Sort(ids)
	return "", fmt.Errorf("there is no voice %q; there are %s", clip(s), strings.Join(ids, ", "))
}
