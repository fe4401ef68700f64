package choice

import (
	"fmt"
	"slices"
	"strings"
)

// Voices are the ids of the voices there are, the default first. What they are called is in the words of each
// language.
func Voices() []string { return []string{"hum", "reed", "bowl", "pure"} }

// ParseVoice finds a voice by its id, in any case.
func ParseVoice(s string) (string, error) {
	for _, id := range Voices() {
		if strings.EqualFold(s, id) {
			return id, nil
		}
	}
	ids := Voices()
	slices.Sort(ids)
	return "", fmt.Errorf("there is no voice %q; there are %s", clip(s), strings.Join(ids, ", "))
}
