package window

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/app/shelf"
	"kindhum/app/store"
	"kindhum/assets"
)

// asked is a wish as the player would get it.
type asked struct {
	method string
	params any
}

// fakeLink notes the wishes.
type fakeLink struct{ asked chan asked }

func (l *fakeLink) Do(_ context.Context, method string, params any) error {
	l.asked <- asked{method, params}
	return nil
}

func (l *fakeLink) Snapshots() <-chan control.Snapshot { return nil }

// desk is a shell in a window of the test driver, with a time of its own and a real store.
type desk struct {
	*shell
	link  *fakeLink
	store *store.Store
	time  int64
	todo  chan func() // for the UI goroutine, which is the test's

	folder string // of the person's own practices
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	return newDeskIn(t, "en")
}

// newDeskIn is a desk whose words are in a language.
func newDeskIn(t *testing.T, language string) *desk {
	t.Helper()
	return newDeskOn(t, test.NewTempApp(t), language)
}

// newDeskOn is a desk of an application.
func newDeskOn(t *testing.T, a fyne.App, language string) *desk {
	t.Helper()
	a.Settings().SetTheme(newTheme(false, 1))
	st, err := store.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	library, err := practice.Load(assets.Practices())
	if err != nil {
		t.Fatal(err)
	}
	text, err := assets.LoadWords(language)
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{link: &fakeLink{make(chan asked, 64)}, store: st, time: int64(time.Hour), todo: make(chan func(), 64)}
	d.folder = filepath.Join(t.TempDir(), "practices")
	win := test.NewTempWindow(t, nil)
	h := host{win: win, now: func() int64 { return d.time }, do: func(f func()) { d.todo <- f }, over: func() {}, fit: func(wished fyne.Size) fyne.Size { return wished }}
	d.shell = newShell(Options{Link: d.link, Store: st, Library: library, Shelf: shelf.New(d.folder), Version: "0.1.0"}, h, text)
	d.open()
	t.Cleanup(func() {
		d.wishes.close(false)
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// pass lets time go by, with a frame each 10 ms.
func (d *desk) pass(by time.Duration) {
	for end := d.time + int64(by); d.time < end; {
		d.time += int64(10 * time.Millisecond)
		if d.beat.runs {
			d.beat.tick()
		}
	}
}

// press types a key where the keys go.
func (d *desk) press(name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if f := d.win.Canvas().Focused(); f != nil {
		f.TypedKey(e)
		return
	}
	d.win.Canvas().OnTypedKey()(e)
}

// wished is the next wish; it waits for the goroutine of the wishes.
func (d *desk) wished(t *testing.T) asked {
	t.Helper()
	select {
	case a := <-d.link.asked:
		return a
	case <-time.After(10 * time.Second): // only a failure waits for it
		t.Fatal("nothing was wished")
		return asked{}
	}
}

// playing is a session of five minutes in a state, at an elapsed time.
func (d *desk) playing(state string, at time.Duration) control.Snapshot {
	s := control.Idle(choice.DefaultSound(), "0.1.0", true)
	pid, line, id, length := 1, "I see you.", "hum-breath", 300.0
	s.Status.State, s.Status.PID, s.Status.Line, s.Status.Practice, s.Status.Length = state, &pid, &line, &id, &length
	s.Timeline = breath.Timeline{Pattern: breath.Default, LeadIn: 3 * time.Second, Breaths: 30}
	s.Clock = control.Clock{Elapsed: at, At: d.time, Running: state != "paused"}
	s.Session = 1
	return s
}

func (d *desk) toning() control.Snapshot {
	s := d.playing("tone", time.Minute)
	s.Status.Practice, s.Status.Length, s.Status.Line = nil, nil, nil
	s.Timeline = breath.Timeline{Shape: breath.Steady}
	return s
}
