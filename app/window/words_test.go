package window

import (
	"math"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"kindhum/app/store"
	"kindhum/app/theme"
	"kindhum/assets"
)

// spokenRunes are letters of all kinds.
var spokenRunes = rapid.RuneFrom([]rune("aäß .-,'مساءالخيرשלום漢字ひら🙂👩\u200d👩\u200d👧\u0301\u202e\u00a0\u00ad"))

// Whatever is said is shown within its room, and nothing of it is lost or shown twice, unless it is cut.
func TestWhateverIsSaidHasRoom(t *testing.T) {
	newDesk(t) // the theme
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(spokenRunes, 0, 120, -1).Draw(t, "text")
		width := float32(rapid.IntRange(60, 520).Draw(t, "width"))
		height := float32(rapid.IntRange(20, 300).Draw(t, "height"))
		size := float32(rapid.SampledFrom([]int{14, 18, 36}).Draw(t, "size"))
		face := rapid.SampledFrom([]typeface{usual, kindlyFor(text), kindly().typeface}).Draw(t, "face")
		rows, is := face.fit(text, width, height, size)
		if is > size || is < min(size, leastSize)-0.01 || len(rows) > rowsIn(height, is) {
			t.Fatalf("%d rows of %v in %v", len(rows), is, height)
		}
		for _, row := range rows {
			if wide := face.measured(row, is); wide > width && len([]rune(row)) > 12 { // one letter of many signs may be as wide as that
				t.Fatalf("%q is %v wide, over %v", row, wide, width)
			}
		}
		all := face.wrap(text, width, is)
		if got, want := strings.Join(all, ""), strings.Join(strings.Fields(text), ""); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(want, " ", "") {
			t.Fatalf("%q became %q", want, all)
		}
		if len(all) > len(rows) && !strings.HasSuffix(rows[len(rows)-1], "…") {
			t.Fatalf("%q is cut without a sign: %q", all, rows)
		}
	})
}

func TestALongWordIsBrokenBetweenLetters(t *testing.T) {
	newDesk(t)
	family := "👩\u200d👩\u200d👧"
	for _, text := range []string{strings.Repeat("x", 2000), strings.Repeat(family, 300), strings.Repeat("ä", 500)} {
		for _, row := range wrap(text, 200, 18) {
			if measured(row, 18) > 200 || strings.HasPrefix(row, "\u200d") || strings.HasSuffix(row, "\u200d") || strings.HasPrefix(row, "\u0308") {
				t.Errorf("%q", row)
			}
		}
	}
	if rows := wrap("word", 1, 18); len(rows) != 4 {
		t.Errorf("%q", rows)
	}
	if rows, _ := usual.fit("word", 0, 0, 18); len(rows) != 0 {
		t.Errorf("%q", rows)
	}
}

func TestATitleIsCutToARow(t *testing.T) {
	newDesk(t)
	for _, text := range []string{"", "Short", strings.Repeat("long title ", 18), strings.Repeat("🙂", 200), strings.Repeat("م", 200)} {
		if short := cut(text, 200, theme.TypeTitle); measured(short, theme.TypeTitle) > 200 || !utf8.ValidString(short) {
			t.Errorf("%q became %q", text, short)
		}
		if rows := wrap(shortened(text, 2, 200, theme.TypeText), 200, theme.TypeText); len(rows) > 2 {
			t.Errorf("%q takes %d rows", text, len(rows))
		}
	}
}

// The words obey at once, and nothing is clipped in the smallest window, in any size and any language.
func TestTheWordsHaveRoomInEverySize(t *testing.T) {
	for _, language := range assets.Languages() {
		d := newDeskIn(t, language)
		d.safetySeen()
		d.win.Resize(fyne.NewSize(theme.LeastWidth, theme.LeastHeight))
		var lines []string
		for _, p := range d.opts.Library.All() {
			for _, s := range p.Steps {
				lines = append(lines, s.Lines...)
			}
		}
		lines = append(lines, d.text.Lines("ease")...)
		lines = append(lines, strings.Repeat("A phrase that goes on. ", 80), strings.Repeat("x", 2000), "🙂 שלום", "Größer als der Ärger: łagodnie.")
		for percent := store.MinTextSize; percent <= store.MaxTextSize; percent += 40 {
			d.see(d.playing("running", 10*time.Second))
			d.kept.window.TextSize = percent
			d.stage.setTextSize(percent)
			d.pass(2 * time.Second)
			roomy(t, d, lines)
		}
	}
}

// roomy looks at a session in which each of the lines is said.
func roomy(t *testing.T, d *desk, lines []string) {
	t.Helper()
	st, percent := d.stage, d.kept.window.TextSize
	if got := st.line.size; math.Abs(float64(got)-theme.TypeLine*float64(percent)/100) > 0.01 {
		t.Errorf("at %d %% the size is %v", percent, got)
	}
	light := st.light.Position().Y + st.light.Size().Height
	if st.light.Position().Y < 0 || st.light.Size().Height < 100 || st.word.Position().Y < light || st.line.Position().Y < st.word.Position().Y+st.word.Size().Height {
		t.Errorf("at %d %%: light to %v, word at %v, line at %v", percent, light, st.word.Position(), st.line.Position())
	}
	if st.word.Size().Height < st.word.rowHeight() || st.line.Position().Y+st.line.Size().Height > st.notice.Position().Y+1 {
		t.Errorf("at %d %%: the word has %v, the line reaches to %v, the notice begins at %v", percent, st.word.Size(), st.line.Position().Y+st.line.Size().Height, st.notice.Position().Y)
	}
	for _, line := range lines {
		st.line.shown, st.line.part = line, 1
		st.line.draw()
		bottom := float32(0)
		for _, row := range st.line.rows {
			if !row.Hidden {
				bottom = max(bottom, row.Position().Y+row.Size().Height)
				if wide := row.MinSize().Width; wide > narrow || row.Size().Height < row.MinSize().Height {
					t.Errorf("at %d %%: %q is %v wide", percent, row.Text, wide)
				}
			}
		}
		_, all := d.seenOf(line)
		last := st.line.lay.rows[len(st.line.lay.rows)-1]
		if long := len(line) > 500; bottom > st.line.Size().Height+1 || all != !strings.HasSuffix(last, "…") || all == long {
			t.Errorf("at %d %%: %.30q reaches to %v of %v; seen as a whole: %v, %q", percent, line, bottom, st.line.Size().Height, all, last)
		}
	}
}
