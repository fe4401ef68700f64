package window

import (
	"context"
	"slices"
	"time"

	"kindhum/app/practice"
)

// asideFor is how long a practice that was removed is kept for who misses it, beyond the window it was removed in.
const asideFor = 24 * time.Hour

// lastGone is the practice that was removed last and not brought back.
func (b *book) lastGone() (practice.Draft, bool) {
	if len(b.gone) == 0 {
		return practice.Draft{}, false
	}
	return b.gone[len(b.gone)-1], true
}

// lookAside takes up what was removed in an earlier window, once: also one that went without a farewell.
func (s *shell) lookAside() {
	b := &s.shown.book
	if !b.looked {
		b.looked = true
		b.gone = append(s.opts.Shelf.Aside(time.Now().Add(-asideFor)), b.gone...)
	}
}

// tidy lets go of what was removed long ago, when the window closes.
func (s *shell) tidy() {
	before := time.Now().Add(-asideFor)
	s.remember(func(context.Context) error { return s.opts.Shelf.Tidy(before) })
}

// removeOwn removes it, where there is something to remove.
func (p *practicePage) removeOwn() {
	if own, _ := p.shell.isOwn(p.draft.ID); own || p.lost != nil {
		p.remove()
	}
}

// remove takes the practice from the shelf, so that the built-in one is there again, or none. It can be brought back
// for as long as the window is open, and for a while after.
func (p *practicePage) remove() {
	s, id := p.shell, p.draft.ID
	p.keep() // so that what is brought back is as it was last
	gone := p.whole()
	s.lookAside() // before it is among what is aside
	b := &s.shown.book
	b.gone = append(b.gone, gone)
	edit := b.edits[id]
	delete(b.edits, id)
	b.open = nil
	s.page.leave = nil
	s.openWords() // while it is still listed: the keys go to its row, and from there to what takes its place
	s.remember(func(context.Context) error {
		err := s.opts.Shelf.Remove(id)
		s.do(func() {
			if err != nil {
				b.stays(gone, edit)
				s.tell(s.notKept(err), err)
			}
			s.reread()
			s.page.updated()
			s.arrange()
		})
		return nil
	})
}

// stays takes note that a practice could not be removed, with what of it is not on the disk; nil is nothing.
func (b *book) stays(d practice.Draft, edit *editing) {
	if edit != nil && b.edits[d.ID] == nil {
		b.edits[d.ID] = edit
	}
	for i, gone := range slices.Backward(b.gone) {
		if gone.ID == d.ID {
			b.gone = slices.Delete(b.gone, i, i+1)
			return
		}
	}
}

// bringBack brings back what was removed last. Where another practice has its place by now, that stays, and it comes
// back beside it.
func (w *wordsPage) bringBack() {
	s, b := w.shell, &w.shell.shown.book
	gone, is := b.lastGone()
	if !is {
		return
	}
	b.gone = b.gone[:len(b.gone)-1]
	beside := gone.Clone()
	beside.ID, beside.Title = s.newID(gone.Title), s.newTitle(gone.Title)
	s.remember(func(context.Context) error {
		err := s.opts.Shelf.Restore(gone, beside)
		s.do(func() {
			if err != nil {
				b.gone = append(b.gone, gone)
				s.note(w.said, s.notKept(err))
			}
			s.reread()
			s.page.updated()
		})
		return nil
	})
	w.update()
}
