package store

import "context"

// Questions is where the journal's questions have come to.
type Questions struct {
	Seed  uint64 `json:"seed"`  // of their order
	Drawn uint64 `json:"drawn"` // how many were asked
}

// Questions is what was remembered of the questions; the zero value where that is nothing.
func (s *Store) Questions(ctx context.Context) (Questions, error) {
	return load(ctx, s, "questions", Questions{})
}

// SetQuestions remembers where the questions have come to.
func (s *Store) SetQuestions(ctx context.Context, q Questions) error {
	return s.put(ctx, "questions", q)
}
