package window

import (
	"context"
	"math/rand/v2"

	"kindhum/app/journal"
	"kindhum/app/store"
)

// asking is the question of the journal, and where the questions have come to.
type asking struct {
	text  string // "" is none yet
	known bool   // what was remembered is read
	at    store.Questions
}

// ask shows the question. The first time it has to be read first which one comes.
func (d *diary) ask() {
	if d.asking.text == "" && d.asking.known {
		d.draw()
	}
	d.view.question(d.asking.text)
	if d.asking.known {
		return
	}
	s := d.shell
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), wishWithin)
		defer cancel()
		at, err := s.opts.Store.Questions(ctx)
		s.do(func() { d.asked(at, err) })
	}()
}

// asked takes what was remembered of the questions.
func (d *diary) asked(at store.Questions, err error) {
	if err != nil {
		d.fail("journal_not_read", err)
	}
	if !d.asking.known {
		d.asking.known, d.asking.at = true, at
	}
	if d.view != nil {
		d.ask()
	}
}

// another asks the next question.
func (d *diary) another() {
	if d.asking.known {
		d.draw()
		d.view.question(d.asking.text)
	}
}

// draw takes the next question, and remembers that.
func (d *diary) draw() {
	at, lines := &d.asking.at, d.shell.text.Lines("journal_questions")
	if at.Seed == 0 {
		at.Seed = rand.Uint64() | 1
	}
	d.asking.text = lines[journal.Draw(at.Seed, at.Drawn, len(lines))]
	at.Drawn++
	s, now := d.shell, *at
	s.remember(func(ctx context.Context) error {
		_ = s.opts.Store.SetQuestions(ctx, now) // that a question comes sooner than it need not is no harm
		return nil
	})
}
