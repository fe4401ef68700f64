package journal

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"iter"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// each gives entries as a store does.
func each(entries []Entry) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, e := range entries {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func written(t interface{ Fatal(...any) }, f Format, entries []Entry) []byte {
	var out bytes.Buffer
	if err := f.Write(&out, each(entries), plain{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var texts = rapid.OneOf(
	rapid.String(),
	rapid.SampledFrom([]string{
		"=1+1", "+49 30", "-", "@home", "'=1", "''", "\t=1", "\r\n=1", "＝1", "a, b; \"c\"\nd", "nul\x00", "🌿 שלום", "",
		strings.Repeat("long ", 400), "</script><!--", "'quoted'", "\\.", "a\rb",
	}),
)

var moments = rapid.Map(rapid.Int64Range(-1<<41, 1<<42), func(ms int64) time.Time {
	return time.UnixMilli(ms).In(time.FixedZone("", int((ms%27+27)%27-13)*3600+int(ms&1)*1800))
})

var noteOf = rapid.Custom(func(t *rapid.T) Note {
	return Note{
		ID: rapid.Int64Range(1, math.MaxInt64).Draw(t, "id"), Written: moments.Draw(t, "written"),
		Question: texts.Draw(t, "question"), Text: texts.Draw(t, "text"),
	}
})

var entryOf = rapid.Custom(func(t *rapid.T) Entry {
	if rapid.Bool().Draw(t, "own") {
		return Entry{Notes: []Note{noteOf.Draw(t, "note")}}
	}
	seconds := rapid.Map(rapid.Int64Range(0, 86400_000), func(ms int64) time.Duration { return time.Duration(ms) * time.Millisecond })
	return Entry{
		Session: &Session{
			ID: rapid.Int64Range(1, math.MaxInt64).Draw(t, "id"), Start: moments.Draw(t, "start"),
			Practice: texts.Draw(t, "practice"), Pattern: "4-6", Length: seconds.Draw(t, "length"), Elapsed: seconds.Draw(t, "elapsed"),
			Breaths: rapid.IntRange(0, 9999).Draw(t, "breaths"), Voice: "hum", Pitch: 528.5, Ended: "time",
		},
		Notes: rapid.SliceOfN(noteOf, 0, 3).Draw(t, "notes"),
	}
})

// readBack reads the JSON as another program would.
func readBack(t *rapid.T, data []byte) []Entry {
	type text struct {
		ID             int64
		Time           time.Time
		Question, Text string
	}
	var all []struct {
		text
		Kind              string
		Practice, Pattern string
		Length            *float64
		Elapsed           float64
		Breaths           int
		Voice             string
		Pitch             float64
		Ended             string
		Notes             []text
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	span := func(s float64) time.Duration { return time.Duration(math.Round(s*1000)) * time.Millisecond }
	var entries []Entry
	for _, a := range all {
		if a.Kind == "note" {
			entries = append(entries, Entry{Notes: []Note{{a.ID, a.Time, a.Question, a.text.Text}}})
			continue
		}
		e := Entry{Session: &Session{
			ID: a.ID, Start: a.Time, Practice: a.Practice, Pattern: a.Pattern, Elapsed: span(a.Elapsed),
			Breaths: a.Breaths, Voice: a.Voice, Pitch: a.Pitch, Ended: a.Ended,
		}}
		if a.Length != nil {
			e.Session.Length = span(*a.Length)
		}
		for _, n := range a.Notes {
			e.Notes = append(e.Notes, Note{n.ID, n.Time, n.Question, n.Text})
		}
		entries = append(entries, e)
	}
	return entries
}

// same compares entries, moments by what they are and by their offset.
func same(a, b []Entry) bool {
	flat := func(all []Entry) []Entry {
		var to []Entry
		for _, e := range all {
			if e.Session != nil {
				s := *e.Session
				s.Title = s.Start.Format(exact)
				s.Start = time.Time{}
				e.Session = &s
			}
			notes := []Note{}
			for _, n := range e.Notes {
				n.Question += n.Written.Format(exact)
				n.Written = time.Time{}
				notes = append(notes, n)
			}
			e.Notes = notes
			to = append(to, e)
		}
		return to
	}
	return reflect.DeepEqual(flat(a), flat(b))
}

func TestJSONHoldsAllThereIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOfN(entryOf, 0, 4).Draw(t, "entries")
		data := written(t, JSON, entries)
		if got := readBack(t, data); !same(entries, got) {
			t.Fatalf("written %+v, read %+v, as\n%s", entries, got, data)
		}
	})
	if got := string(written(t, JSON, nil)); got != "[]\n" {
		t.Errorf("of nothing: %q", got)
	}
}

func TestCSVHoldsAllThereIsAndNoFormula(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		entries := rapid.SliceOfN(entryOf, 0, 4).Draw(t, "entries")
		var want [][]string
		for _, e := range entries {
			for _, row := range asRows(e) {
				for i := range row {
					row[i] = rows(row[i])
				}
				want = append(want, row)
			}
		}
		got, err := csv.NewReader(bytes.NewReader(written(t, CSV, entries))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range got[1:] {
			for i, cell := range row {
				if cell != "" && strings.ContainsAny(firstRune(cell), formula) {
					t.Fatalf("%q may be taken for a formula", cell)
				}
				if rest, guarded := strings.CutPrefix(cell, "'"); guarded && guard(rest) == cell {
					row[i] = rest
				}
			}
		}
		if len(want) > 0 && !reflect.DeepEqual(got[1:], want) {
			t.Fatalf("written %q, read %q", want, got[1:])
		}
	})
}

func TestCSVRows(t *testing.T) {
	at := time.Date(2026, 11, 24, 18, 0, 0, 5e6, berlin)
	got := string(written(t, CSV, []Entry{
		{
			Session: &Session{
				ID: 7, Start: at, Practice: "hum-breath", Title: "Hum breath", Pattern: "4-6", Length: time.Minute, Elapsed: 60250 * time.Millisecond,
				Breaths: 6, Voice: "hum", Pitch: 528, Ended: "time",
			},
			Notes: []Note{{ID: 3, Written: at.Add(time.Minute), Text: "=1+1"}},
		},
		{Notes: []Note{{ID: 2, Written: at, Question: "What?", Text: "'tis, \"so\""}}},
	}))
	want := `kind,id,session,time,practice,pattern,length,elapsed,breaths,voice,pitch,ended,question,text
session,7,,2026-11-24T18:00:00.005+01:00,hum-breath,4-6,60,60.25,6,hum,528,time,,
note,3,7,2026-11-24T18:01:00.005+01:00,,,,,,,,,,'=1+1
note,2,,2026-11-24T18:00:00.005+01:00,,,,,,,,,What?,"'tis, ""so"""
`
	if got != want {
		t.Errorf("%s", got)
	}
}

// full is a disk that has room for so many bytes.
type full int

var errFull = errors.New("no space left")

func (f *full) Write(p []byte) (int, error) {
	if len(p) > int(*f) {
		return int(*f), errFull
	}
	*f -= full(len(p))
	return len(p), nil
}

func TestAnErrorIsToldWherever(t *testing.T) {
	errLost := errors.New("lost")
	entry := Entry{Session: &Session{}, Notes: []Note{{Text: strings.Repeat("soft ", 2000)}}}
	for _, f := range []Format{Markdown, CSV, JSON} {
		size := len(written(t, f, []Entry{entry}))
		for _, room := range []int{0, 1, 20, size / 2, size - 1} {
			disk := full(room)
			if err := f.Write(&disk, each([]Entry{entry}), plain{}); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d of %d: %v", f.Extension(), room, size, err)
			}
		}
		broken := func(yield func(Entry, error) bool) { _ = yield(entry, nil) && yield(Entry{}, errLost) }
		if err := f.Write(&bytes.Buffer{}, broken, plain{}); !errors.Is(err, errLost) {
			t.Errorf("%s: %v", f.Extension(), err)
		}
	}
}
