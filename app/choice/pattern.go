package choice

// Pattern names a pattern of breath that is offered by name.
type Pattern struct {
	Pattern string `json:"pattern"` // as breath.Parse reads it
	Title   string `json:"title"`
	About   string `json:"about"`
}

// Patterns are the patterns offered by name, the default first. None of them
// holds the breath.
func Patterns() []Pattern {
	return []Pattern{
		{"4-6", "Long hum", "A little longer out than in. Easy to stay with."},
		{"4-8", "Longer hum", "Twice as long out as in."},
		{"5-5", "Equal", "As long in as out, six breaths a minute."},
		{"5.5-5.5", "Resonant", "A little slower, about five and a half breaths a minute."},
		{"5-10", "Slow", "Four breaths a minute, for when slow feels easy."},
	}
}
