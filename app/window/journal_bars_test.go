package window

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindhum/app/store"
	"kindhum/app/theme"
)

// many are 10,000 sessions, each with a note.
func many() []store.Entry {
	var all []store.Entry
	for i := range int64(10_000) {
		all = append(all, sessionOf(i+1, fmt.Sprintf("A soft moment, %d, and then some words more of it than a row has room for.", i)))
	}
	return all
}

// The bar is 100 ms from the wish to the first rows, with 10,000 sessions and notes. The quickest of a few counts, since other
// tests run at the same time.
func TestTheJournalOpensWithinATenthOfASecond(t *testing.T) {
	b := newBook(t, many()...)
	first, whole := time.Hour, time.Hour
	for range 5 {
		began := time.Now()
		b.diary.open()
		b.until(t, "the first rows", func() bool { return len(b.rows) > 0 && shownRows(b) > 3 })
		first = min(first, time.Since(began))
		b.lists(t, 10_000)
		whole = min(whole, time.Since(began))
		b.closePage()
	}
	t.Logf("of 10,000 sessions and notes the first are there after %v, all after %v", first, whole)
	if first > 100*time.Millisecond {
		t.Errorf("it opens within %v", first)
	}
}

// shownRows counts the rows that are drawn.
func shownRows(b *diaryDesk) int {
	n := 0
	for _, o := range test.LaidOutObjects(b.view.list) {
		if r, is := o.(*entryRow); is && r.head.Text != "" && r.text.Text != "" {
			n++
		}
	}
	return n
}

// A frame lasts 16.7 ms. Turning a whole page is the most that a frame of scrolling can ask for; all rows on it are
// bound anew, and the disk is not asked for them.
func TestTheJournalScrollsWithoutTheDisk(t *testing.T) {
	b := newBook(t, many()...)
	b.opens(t, 10_000)
	b.win.Canvas().Focus(b.view.list)
	reads := b.disk.reads.Load()
	const pages = 300
	began := time.Now()
	for range pages {
		b.press(fyne.KeyPageDown)
	}
	turned := time.Since(began) / pages
	began = time.Now()
	const steps = 600
	for i := range steps {
		b.view.list.ScrollToOffset(float32(i) * 40)
	}
	step := time.Since(began) / steps
	t.Logf("a page is turned in %v, a step of 40 takes %v", turned, step)
	if turned > 16*time.Millisecond || step > 8*time.Millisecond {
		t.Errorf("scrolling takes %v a page, %v a step", turned, step)
	}
	if b.view.list.at != pages*pageOf(b) || shownRows(b) < 4 {
		t.Errorf("it is at %d with %d rows", b.view.list.at, shownRows(b))
	}
	if now := b.disk.reads.Load(); now != reads {
		t.Errorf("the disk was asked %d times", now-reads)
	}
	b.press(fyne.KeyEnd)
	if b.view.list.at != 9999 {
		t.Errorf("the end is at %d", b.view.list.at)
	}
	b.press(fyne.KeyHome)
	if b.view.list.at != 0 || b.view.list.GetScrollOffset() != 0 {
		t.Errorf("the beginning is at %d, %v", b.view.list.at, b.view.list.GetScrollOffset())
	}
}

func pageOf(b *diaryDesk) int {
	at := b.view.list.at
	b.press(fyne.KeyPageUp)
	page := at - b.view.list.at
	b.press(fyne.KeyPageDown)
	return page
}

func TestSearching(t *testing.T) {
	b := newBook(t, many()...)
	for i, text := range []string{"Ärger, der geht", "100% of _it_", "it's \"so\"; --"} {
		if err := b.store.Restore(t.Context(), noteOf(int64(900_000+i), text)); err != nil {
			t.Fatal(err)
		}
	}
	b.opens(t, 10_003)
	for typed, want := range map[string]int{
		"ärger": 1, "ÄRGER": 1, "a\u0308rger": 1, "100%": 1, "_it_": 1, "'": 1, `"so"; --`: 1, "soft 777,": 10,
		"hum breath": 10_000, "%": 1, "zzz": 0,
	} {
		began := time.Now()
		b.finds(t, typed, want)
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%q takes %v", typed, took)
		}
		if (want == 0) != (b.view.nothing.Text == b.text.Text("journal_none")) {
			t.Errorf("%q: it says %q", typed, b.view.nothing.Text)
		}
	}
	for _, typed := range []string{"s", "so", "sof", "soft", "soft ", "soft m", "soft mo"} {
		b.view.search.SetText(typed) // each before the last is answered
	}
	b.finds(t, "ärger", 1)
	b.reads(t, 0)
	if b.opened.entry.Notes[0].Text != "Ärger, der geht" {
		t.Errorf("%+v", b.opened.entry)
	}
}

// finds looks for something and waits for what is found.
func (b *diaryDesk) finds(t *testing.T, typed string, rows int) {
	t.Helper()
	b.rows, b.view.nothing.Text = nil, ""
	b.view.search.SetText(typed)
	b.until(t, fmt.Sprintf("%d rows of %q", rows, typed), func() bool {
		return len(b.rows) == rows && (rows > 0 || b.view.nothing.Text != "")
	})
}

// awkward are texts that a note must survive.
func awkward() []string {
	return []string{
		strings.Repeat("soft ", 400), strings.Repeat("a long one, part by part. ", 3847), strings.Repeat("ohne Ende", 11_112), strings.Repeat("\n", 3000), "nul\x00 in it",
		"\x00", "🌿👩‍🚀👍🏽 so", "שלום, הכול בסדר עכשיו", "one\nrow\r\nand\tanother", "e\u0301\u0301\u0301", "\u202eturned\u202c", strings.Repeat("\u0301", 500), "\ufffd\ufeff",
	}
}

func TestAwkwardNotesAreShownAndSurviveBeingOpened(t *testing.T) {
	var all []store.Entry
	for i, text := range awkward() {
		all = append(all, sessionOf(int64(100-i), text))
	}
	b := newBook(t, all...)
	b.opens(t, len(all))
	for i, text := range awkward() {
		for _, size := range []fyne.Size{{Width: theme.LeastWidth, Height: theme.LeastHeight}, {Width: 480, Height: 720}} {
			b.win.Resize(size)
			began := time.Now()
			b.reads(t, i)
			b.win.Canvas().Capture() // drawn, not only laid out
			if took := time.Since(began); took > time.Second {
				t.Errorf("%.20q: opened in %v", text, took)
			}
			b.opened.editors[0].turn(99)
			b.opened.editors[0].turn(0)
			b.back()
		}
	}
	b.wish("pause") // after it, whatever there was to write is written
	b.wished(t)
	if got := b.texts(t); strings.Join(got, "|") != strings.Join(awkward(), "|") || b.view.tail.all.Visible() {
		t.Error("opening a note changes it")
	}
}

func TestALongNoteIsChangedInParts(t *testing.T) {
	text := strings.Repeat("a long one, part by part. ", 3847)
	b := newBook(t, noteOf(1, text))
	b.opens(t, 1)
	b.reads(t, 0)
	e := b.opened.editors[0]
	if len(e.parts) < 30 || !e.turns.Visible() || e.before.part != 0 {
		t.Fatalf("%d parts", len(e.parts))
	}
	e.after.press()
	second := e.field.Text
	e.field.SetText("second. " + second)
	e.after.press()
	e.before.press()
	b.back()
	b.said(t, "journal_changed")
	at := len(e.parts[0])
	if got := b.texts(t)[0]; got != strings.TrimSpace(text[:at]+"second. "+text[at:]) {
		t.Errorf("%d characters, there were %d", len(got), len(text))
	}
}

func TestALongTextThatIsPastedIsKeptWhole(t *testing.T) {
	long := strings.Repeat("from elsewhere ", 7000)
	b := newBook(t, noteOf(1, "one"))
	b.opens(t, 1)
	clipboard := test.NewClipboard()
	clipboard.SetContent(long)
	b.win.Canvas().Focus(b.view.field)
	test.Type(b.view.field, "before  after")
	for range len(" after") {
		b.press(fyne.KeyLeft)
	}
	b.view.field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	b.said(t, "journal_long")
	if got := b.texts(t)[0]; got != "before "+long+" after" || b.view.field.Text != "" {
		t.Errorf("%d characters of %d are kept", len(got), len(long))
	}
	clipboard.SetContent("a short one")
	b.view.field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if b.view.field.Text != "a short one" {
		t.Errorf("pasted: %q", b.view.field.Text)
	}
	b.view.field.SetText("")
	b.lists(t, 2)
	b.reads(t, 1)
	clipboard.SetContent(long)
	e := b.opened.editors[0]
	e.field.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if len(e.parts) < 20 || e.text() != "one"+long {
		t.Errorf("%d parts, %d characters", len(e.parts), len(e.text()))
	}
}
