package window

import (
	"context"
	"errors"
	"strings"

	"kindhum/app/store"
)

// change is what becomes of a note: another text, or with none its end. A note with an ID of 0 is a new one of
// its session.
type change struct {
	was  store.Note
	text string
}

// changes are changes of the notes of one entry.
type changes []change

// carryOut makes the changes, in order, until one fails. It returns how to take them back, those that were not
// made, and why.
func (all changes) carryOut(ctx context.Context, to Store) (undo, changes, error) {
	var backs []undo
	for i, c := range all {
		back, err := c.carryOut(ctx, to)
		if err != nil {
			return all.back(backs), all[i:], err
		}
		if back != nil {
			backs = append(backs, back)
		}
	}
	return all.back(backs), nil, nil
}

func (changes) back(backs []undo) undo {
	if len(backs) == 0 {
		return nil
	}
	return func(ctx context.Context) error {
		var errs []error
		for _, back := range backs {
			errs = append(errs, back(ctx))
		}
		return errors.Join(errs...)
	}
}

func (c change) carryOut(ctx context.Context, to Store) (undo, error) {
	switch {
	case c.was.ID == 0 && c.text == "":
		return nil, nil
	case c.was.ID == 0:
		return nil, to.AddNote(ctx, c.was.Session, c.text) // taken back, it would be lost; it can be deleted
	case c.text == "":
		e, err := to.DeleteNote(ctx, c.was.ID)
		return func(ctx context.Context) error { return to.Restore(ctx, e) }, err
	}
	return func(ctx context.Context) error { return to.EditNote(ctx, c.was.ID, c.was.Text) },
		to.EditNote(ctx, c.was.ID, c.text)
}

func (all changes) have(id int64) bool {
	for _, c := range all {
		if c.was.ID == id {
			return true
		}
	}
	return false
}

// text is all that was written.
func (all changes) text() string {
	var texts []string
	for _, c := range all {
		texts = append(texts, c.text)
	}
	return strings.TrimSpace(strings.Join(texts, "\n"))
}
