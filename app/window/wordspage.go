package window

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"kindhum/app/choice"
	"kindhum/app/practice"
	"kindhum/app/store"
	"kindhum/app/theme"
)

// sizeStride is what a key adds to the size of words, in per cent.
const sizeStride = 10

// wordsPage is where one chooses how much is said, and which practice to change.
type wordsPage struct {
	shell     *shell
	on        *pill
	talks     []*pill
	size      *slider
	percent   *widget.Label
	sample    *heading
	list      *fyne.Container
	listed    string  // what the list holds
	practices []*pill // of the list
	said      *widget.Label
}

// openWords shows the words: how much of them, how large, and the practices they stand in.
func (s *shell) openWords() {
	s.reread()
	s.lookAside()
	s.shown.book.open = nil
	w := &wordsPage{shell: s, percent: widget.NewLabel(""), sample: headingOf(theme.TypeLine), list: container.NewVBox(), said: said()}
	w.on = s.option("", w.toggle).of(s.text.Text("words_shown")).tells("words_shown")
	for _, talk := range choice.Talks() {
		w.talks = append(w.talks, s.option(s.text.Text("talk_"+talk), func() { w.talk(talk) }).of(s.text.Text("words_talk")).tells("words_talk"))
	}
	w.size = newSlider(store.MinTextSize, store.MaxTextSize, sizeStride, s.key)
	w.size.tells(s.tips, s.text.Text("words_size"), "words_size")
	w.size.moved = func(to float64) { w.resize(int(to)) }
	w.size.left = s.setWindow
	w.percent.Importance = widget.LowImportance
	w.sample.set(s.text.Text("words_sample"))
	w.update()
	s.turnTo("words", inset(w.rows()), openPage{
		update: w.update, keyed: keyed{onWords, w}, leave: s.leaveWords, top: w.said, rows: func() []*pill { return w.practices },
	})
}

// leaveWords puts everything in order when the last of the pages about words is left.
func (s *shell) leaveWords() {
	if e := s.shown.book.open; e != nil {
		e.keep()
		e.say = func(string) {}
	}
}

// rows is the page from top to bottom.
func (w *wordsPage) rows() fyne.CanvasObject {
	s := w.shell
	size := container.NewBorder(nil, nil, nil, w.percent, w.size)
	return container.NewVBox(
		s.named("words_shown", pillRow([]*pill{w.on})), s.named("words_talk", pillRow(w.talks)),
		s.named("words_size", size), w.sample, gap(6),
		container.New(&flow{gap: 6, left: true}, s.button("words_new", w.add), s.button("words_import", w.bring)),
		caption(s.text.Text("words_list")), w.list,
	)
}

// update shows what is chosen, and what there is.
func (w *wordsPage) update() {
	w.choices()
	w.refill()
}

// choices shows what is chosen.
func (w *wordsPage) choices() {
	s := w.shell
	showOn(s, w.on, s.kept.session.Words, "on", "off")
	for i, talk := range choice.Talks() {
		w.talks[i].choose(talk == s.kept.session.Talk)
	}
	percent := s.kept.window.TextSize
	w.size.set(float64(percent))
	w.percent.SetText(fmt.Sprintf("%d %%", percent))
	w.sample.setSize(theme.TypeLine * float32(percent) / store.UsualTextSize / sized(1)) // lines have a size of their own
}

// entry is a practice of the list.
type entry struct {
	title, mark string
	open        func()
}

// entries are the practices there are, and those that could not be written yet.
func (w *wordsPage) entries() []entry {
	s := w.shell
	var all []entry
	listed := map[string]bool{}
	for _, p := range s.opts.Library.All() {
		listed[p.ID] = true
		mark := ""
		switch own, instead := s.isOwn(p.ID); {
		case instead:
			mark = s.text.Text("words_changed")
		case own:
			mark = s.text.Text("words_own")
		}
		all = append(all, entry{p.Title, mark, func() { s.openPractice(s.edit(s.draft(p.ID))) }})
	}
	for id, e := range s.shown.book.edits {
		if !listed[id] {
			all = append(all, entry{e.draft.Title, s.text.Text("words_unkept"), func() { s.openPractice(e) }})
		}
	}
	return all
}

// refill lists the practices, and what could not be read, unless they are listed already. What has the keys keeps them; where
// it goes, as a practice does that was removed, the one that is in its place has them.
func (w *wordsPage) refill() {
	s, all, troubles := w.shell, w.entries(), w.shell.troubles()
	is := fmt.Sprint(troubles, s.shown.book.gone)
	for _, e := range all {
		is += e.title + "\n" + e.mark + "\n"
	}
	if is == w.listed {
		return
	}
	w.listed = is
	defer s.keepKeys(w.list)()
	w.list.RemoveAll()
	w.practices = nil
	if gone, is := s.shown.book.lastGone(); is {
		w.list.Add(left(fmt.Sprintf(s.text.Text("words_gone"), cut(gone.Title, sized(pillWide), sized(theme.TypeText)))))
		w.list.Add(container.New(&flow{left: true}, s.button("words_bring_back", w.bringBack)))
	}
	for _, e := range all {
		p := s.option("", e.open).tells("words_open")
		p.setCut(e.title, cut(e.title, sized(pillWide), sized(theme.TypeLabel)))
		if n := len(w.practices); n < len(choosers) {
			p.by(choosers[n : n+1])
		}
		w.practices = append(w.practices, p)
		w.list.Add(container.New(&flow{gap: 4, left: true}, p, quiet(e.mark)))
	}
	if len(troubles) > 0 {
		w.list.Add(gap(6))
		w.list.Add(left(s.text.Text("words_trouble")))
	}
	for _, line := range troubles {
		w.list.Add(quietLines(line))
	}
}

func (w *wordsPage) toggle() {
	to := w.shell.kept.session
	to.Words = !to.Words
	w.shell.setSession(to)
	w.choices()
}

func (w *wordsPage) talk(talk string) {
	to := w.shell.kept.session
	to.Talk, to.Words = talk, true
	w.shell.setSession(to)
	w.choices()
}

// nextTalk goes to the next of what can be said how often.
func (w *wordsPage) nextTalk() {
	all := choice.Talks()
	w.talk(all[(slices.Index(all, w.shell.kept.session.Talk)+1)%len(all)])
}

// resizeKey is a size smaller or larger.
func (w *wordsPage) resizeKey(k stroke) {
	by := sizeStride
	if k.name == sign('-') {
		by = -sizeStride
	}
	w.resize(min(max(w.shell.kept.window.TextSize+by, store.MinTextSize), store.MaxTextSize))
	w.shell.setWindow()
}

// resize has the words in another size, on the stage too.
func (w *wordsPage) resize(percent int) {
	s := w.shell
	s.kept.window.TextSize = percent
	s.stage.setTextSize(percent)
	w.choices()
}

// add begins a practice of the person's own.
func (w *wordsPage) add() {
	s := w.shell
	d := practice.Draft{Title: s.newTitle(s.text.Text("words_untitled")), Pattern: s.patternNow()}
	d.Steps = []practice.Part{{Lines: []practice.Phrase{{}}}}
	s.openPractice(s.edit(d))
}
