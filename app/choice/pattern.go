package choice

// Pattern is a pattern of breath that is offered by name. What it is called is in the words of each language.
type Pattern struct {
	ID      string
	Pattern string // as breath.Parse reads it
	// Careful says that it holds the breath: it stands apart from the others, with a line of caution.
	Careful bool
}

// Patterns are the patterns offered by name, the default first, and those that hold the breath last.
func Patterns() []Pattern {
	return []Pattern{
		{ID: "long-hum", Pattern: "4-6"},
		{ID: "longer-hum", Pattern: "4-8"},
		{ID: "equal", Pattern: "5-5"},
		{ID: "resonant", Pattern: "5.5-5.5"},
		{ID: "slow", Pattern: "5-10"},
		{ID: "sighing", Pattern: "3+1-8"},
		{ID: "box", Pattern: "4-4-4-4", Careful: true},
		{ID: "four-seven-eight", Pattern: "4-7-8-0", Careful: true},
	}
}
