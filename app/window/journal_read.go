package window

import (
	"context"
	"errors"
	"iter"
	"strings"
	"time"

	"kindhum/app/journal"
	"kindhum/app/practice"
	"kindhum/app/store"
)

const (
	firstRows = 60  // are shown before the rest is read: more than fit into a window
	rowText   = 160 // characters of a row at most, which no window is wide enough for
)

// diaryRow is an entry as the list shows it.
type diaryRow struct {
	session, note int64  // of a note of its own, session is 0
	head, text    string // when and what; what was written
}

// reading is what is being read, off the UI goroutine.
type reading struct {
	number int // of the last one: what an earlier one finds is of no use any more
	stop   context.CancelFunc
}

func (r *reading) end() {
	r.number++
	if r.stop != nil {
		r.stop()
	}
}

// how a list is read: fresh begins at its top and shows its first rows at once; again stays where it is.
type how bool

const (
	fresh how = true
	again how = false
)

// read fills the list with what is looked for.
func (d *diary) read(how how) {
	if d.view == nil {
		return
	}
	d.reading.end()
	ctx, cancel := context.WithCancel(context.Background())
	d.reading.stop = cancel
	s, number, words := d.shell, d.reading.number, d.words()
	query := journal.Look(d.view.search.Text)
	go func() {
		defer cancel()
		var rows []diaryRow
		for e, err := range words.entries(s.opts.Store.Entries(ctx)) {
			if err != nil {
				s.do(func() { d.unread(number, err) })
				return
			}
			when := words.when(e)
			if !query.FindsEntry(e, when, words) {
				continue
			}
			rows = append(rows, words.row(e, when))
			if some := rows[:len(rows):len(rows)]; how == fresh && len(rows) == firstRows {
				s.do(func() { d.found(number, some, how, query) })
			}
		}
		how := how && len(rows) < firstRows
		s.do(func() { d.found(number, rows, how, query) })
	}()
}

// found takes what was read.
func (d *diary) found(number int, rows []diaryRow, how how, query journal.Query) {
	if number != d.reading.number || d.view == nil {
		return
	}
	d.rows = rows
	d.view.list.show(len(rows), how == fresh)
	line := ""
	switch {
	case len(rows) > 0:
	case query.Empty():
		line = d.shell.text.Text("journal_empty")
	default:
		line = d.shell.text.Text("journal_none")
	}
	if d.view.nothing.Text != line {
		d.view.nothing.SetText(line)
	}
	if d.view.why.Visible() != (line != "") {
		reveal(d.view.why, line != "")
		d.view.home.Refresh()
	}
}

func (d *diary) unread(number int, err error) {
	if number == d.reading.number && !errors.Is(err, context.Canceled) {
		d.fail("journal_not_read", err)
	}
}

// diaryWords tells of entries. It belongs to no goroutine.
type diaryWords struct {
	journal.Words
	library *practice.Library
	now     time.Time
}

func (d *diary) words() diaryWords {
	return diaryWords{d.shell.text, d.shell.opts.Library, time.Now()}
}

func (w diaryWords) when(e journal.Entry) string { return journal.When(e.At(), w.now, w) }

// entries gives the store's entries as the journal's.
func (w diaryWords) entries(all iter.Seq2[store.Entry, error]) iter.Seq2[journal.Entry, error] {
	return func(yield func(journal.Entry, error) bool) {
		titles := map[string]string{}
		for e, err := range all {
			if !yield(w.entry(e, titles), err) || err != nil {
				return
			}
		}
	}
}

// entry is a store's entry as a journal's, with the titles of practices that are known by their ids.
func (w diaryWords) entry(e store.Entry, titles map[string]string) journal.Entry {
	var to journal.Entry
	if r := e.Session; r.ID != 0 {
		title, known := titles[r.Practice]
		if !known {
			if p, err := w.library.Find(r.Practice); err == nil {
				title = p.Title
			}
			titles[r.Practice] = title
		}
		to.Session = &journal.Session{
			ID: r.ID, Start: r.Start, Practice: r.Practice, Title: title, Pattern: r.Pattern, Length: r.Length,
			Elapsed: r.Elapsed, Breaths: r.Breaths, Voice: r.Voice, Pitch: r.Pitch, Ended: r.How,
		}
	}
	for _, n := range e.Notes {
		to.Notes = append(to.Notes, journal.Note{ID: n.ID, Written: n.Written, Question: n.Question, Text: n.Text})
	}
	return to
}

// told is when an entry was, and what.
func (w diaryWords) told(e store.Entry) string {
	to := w.entry(e, map[string]string{})
	line := w.when(to) + "."
	if to.Session != nil {
		line += " " + journal.What(*to.Session, w)
	}
	return line
}

// row is an entry in two rows: when and what, and what was written; or, where nothing was, when, and what.
func (w diaryWords) row(e journal.Entry, when string) diaryRow {
	var r diaryRow
	var what string
	if e.Session != nil {
		r.session, what = e.Session.ID, journal.What(*e.Session, w)
	} else {
		r.note, what = e.Notes[0].ID, e.Notes[0].Question
	}
	var texts []string
	for _, n := range e.Notes {
		if line := journal.Line(n.Text, rowText); line != "" {
			texts = append(texts, line)
		}
	}
	what = journal.Line(what, rowText)
	r.head, r.text = when, what
	if len(texts) > 0 {
		r.head, r.text = when, journal.Line(strings.Join(texts, " · "), rowText)
		if what != "" {
			r.head = journal.Line(when+". "+what, rowText)
		}
	}
	return r
}
