package window

import (
	"context"
	"iter"
	"sync/atomic"

	"kindhum/app/store"
)

// watched is a store that counts what is read of the journal, and can refuse to write.
type watched struct {
	*store.Store
	reads  atomic.Int64
	refuse error
}

func (w *watched) Entries(ctx context.Context) iter.Seq2[store.Entry, error] {
	w.reads.Add(1)
	return w.Store.Entries(ctx)
}

func (w *watched) SessionEntry(ctx context.Context, id int64) (store.Entry, error) {
	w.reads.Add(1)
	return w.Store.SessionEntry(ctx, id)
}

func (w *watched) NoteEntry(ctx context.Context, id int64) (store.Entry, error) {
	w.reads.Add(1)
	return w.Store.NoteEntry(ctx, id)
}

func (w *watched) AddAnswer(ctx context.Context, question, text string) error {
	if w.refuse != nil {
		return w.refuse
	}
	return w.Store.AddAnswer(ctx, question, text)
}

func (w *watched) KeepUnfinished(ctx context.Context) (int, []string, error) {
	if w.refuse != nil {
		return 0, nil, w.refuse
	}
	return w.Store.KeepUnfinished(ctx)
}

func (w *watched) EditNote(ctx context.Context, id int64, text string) error {
	if w.refuse != nil {
		return w.refuse
	}
	return w.Store.EditNote(ctx, id, text)
}
