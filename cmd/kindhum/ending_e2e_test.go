//go:build e2e

package main_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"kindhum/app/control"
	"kindhum/app/store"
)

// opened is a window in a process of its own, and what that said.
type opened struct {
	*exec.Cmd
	said  bytes.Buffer
	ended chan error
}

// open launches a window. It may be told to end by signals.
func (d *desk) open(more ...string) *opened {
	d.t.Helper()
	o := &opened{Cmd: d.command(program(d.t), "show"), ended: make(chan error, 1)}
	o.Env = append(o.Env[:len(o.Env):len(o.Env)], more...)
	o.Stdout, o.Stderr = &o.said, &o.said
	if err := o.Start(); err != nil {
		d.t.Fatal(err)
	}
	go func() { o.ended <- o.Wait() }()
	d.t.Cleanup(func() { _ = o.Process.Kill() }) // it has ended, if all is well
	return o
}

// told tells the window to end.
func (o *opened) told(d *desk, signals ...syscall.Signal) {
	d.t.Helper()
	for _, s := range signals {
		if err := o.Process.Signal(s); err != nil && !errors.Is(err, os.ErrProcessDone) {
			d.t.Fatal(err)
		}
	}
}

// ends waits until the window has ended, and checks that it did so without a word.
func (o *opened) ends(d *desk, why string) {
	d.t.Helper()
	err := next(d, o.ended, "the window ends by "+why)
	if o.said.Len() > 0 || err != nil && !o.ProcessState.Sys().(syscall.WaitStatus).Signaled() || o.ProcessState.Sys().(syscall.WaitStatus).CoreDump() {
		d.t.Errorf("told by %s the window ended with %v, and said:\n%s", why, err, o.said.String())
	}
}

// Whenever a window is told to end, with news of the session on its way to it, it does.
func TestProgramEndsWhenItIsTold(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	d.beginHidden()
	stop, ctx := d.hammer()
	defer stop()
	moments := rand.New(rand.NewPCG(1, 2))
	ways := [][]syscall.Signal{{syscall.SIGTERM}, {syscall.SIGHUP}, {syscall.SIGINT}, {syscall.SIGTERM, syscall.SIGTERM}, {syscall.SIGHUP, syscall.SIGTERM}}
	for i := range 12 {
		o, way := d.open(), ways[i%len(ways)]
		select { // any moment of its life, from before it can hear on
		case <-time.After(time.Duration(5+moments.IntN(495)) * time.Millisecond):
		case <-ctx.Done():
			t.Fatal("the player takes no wishes")
		}
		o.told(d, way...)
		var names []string
		for _, s := range way {
			names = append(names, s.String())
		}
		o.ends(d, strings.Join(names, ", "))
	}
	if s := d.status(); s.State != "running" && s.State != "easing" || s.Window {
		t.Errorf("the session is %s; a window is there: %v", s.State, s.Window)
	}
}

// beginHidden begins a session that needs no window.
func (d *desk) beginHidden() {
	d.t.Helper()
	d.beginQuick("--hidden")
	d.until(10*time.Second, "the session runs", func() bool { return d.status().State == "running" })
}

// hammer has the player send one snapshot after the other, until stop. The context ends where it cannot.
func (d *desk) hammer() (stop func(), ctx context.Context) {
	d.t.Helper()
	ctx, cancel := context.WithCancel(d.t.Context())
	version := strings.Fields(d.must("version"))[1]
	client, err := control.Dial(ctx, d.path("run/kindhum"), control.Hello{Version: version})
	if err != nil {
		d.t.Fatal(err)
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		for client.Call(ctx, control.MethodEase, nil) == nil { // there, and back with the next
		}
		cancel()
	}()
	return func() {
		cancel()
		_ = client.Close() // the call under way ends by it
		<-over
	}, ctx
}

// Whatever ends the window, what was written and how large it was are kept, and nothing is left behind.
func TestProgramKeepsWhatWasThereWhenItEnds(t *testing.T) {
	t.Parallel()
	d := sit(t, with{display: true})
	d.prefer(func(w *store.Window) { w.SafetySeen = true })
	news := d.follow()
	for i, way := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP} {
		o := d.open()
		w := d.screen.window(15 * time.Second)
		d.until(5*time.Second, "the light is seen", func() bool { w.look(); return w.light() > 60 })
		size := image.Pt(500+20*i, 740)
		d.resize(w, size)
		w.press("Return")
		news.await(10*time.Second, "a session", func(s status) bool { return s.State == "running" || s.State == "lead-in" })
		const lit = 4000 // the button that leads is drawn: there is none in a session
		d.until(10*time.Second, "the session is drawn", func() bool { return w.ink() < lit })
		d.resize(w, size) // once more: while it opens, Fyne may take a change of size back
		d.must("stop")
		news.await(10*time.Second, "the end", func(s status) bool { return s.State == "ending" || s.State == "idle" })
		d.until(10*time.Second, "the card is drawn", func() bool { return w.ink() > lit })
		note := []string{"warm", "soft"}[i]
		d.write(w, note)
		o.told(d, way)
		o.ends(d, way.String())
		news.await(5*time.Second, "no window", func(s status) bool { return !s.Window })
		if kept := d.kept(); kept.Width != float32(size.X) || kept.Height != float32(size.Y) {
			t.Errorf("after %v a window of %v is remembered as %v by %v", way, size, kept.Width, kept.Height)
		}
		if notes := d.notes(); len(notes) != i+1 || notes[i].Text != note {
			t.Errorf("after %v the notes are %+v, without %q", way, notes, note)
		}
		d.nothingLeft()
	}
}

// write writes into the card after a session.
func (d *desk) write(w *window, note string) {
	d.t.Helper()
	w.press("n") // to where a note is written
	w.types(note)
	before := w.ink()
	w.press("F1") // what was typed before it has been written by then
	const much = 2000
	d.until(5*time.Second, "the page of keys is drawn", func() bool { return w.ink() < before-much || w.ink() > before+much })
	w.save("note")
}

// notes are those in the journal, oldest first.
func (d *desk) notes() (notes []store.Note) {
	d.t.Helper()
	d.remembers(func(ctx context.Context, s *store.Store) (err error) {
		notes, err = s.Notes(ctx)
		return err
	})
	return notes
}

// resize has the window be of a size.
func (d *desk) resize(w *window, size image.Point) {
	d.t.Helper()
	d.until(10*time.Second, "the window is of another size", func() bool {
		_ = d.command("xdotool", "windowsize", w.id, strconv.Itoa(size.X), strconv.Itoa(size.Y)).Run() // the window manager may be busy with it
		return w.look() && w.bounds.Size() == size
	})
}

// nothingLeft looks whether an ended window left anything.
func (d *desk) nothingLeft() {
	d.t.Helper()
	if _, err := os.Stat(control.Socket(d.path("run/kindhum"), control.RoleWindow)); !errors.Is(err, fs.ErrNotExist) {
		d.t.Errorf("its socket is left: %v", err)
	}
	for _, where := range []string{"core*", "home/core*", "run/*.tmp", "home/.local/share/kindhum/*.tmp"} {
		if left, _ := filepath.Glob(d.path(where)); len(left) > 0 { // the pattern is well formed
			d.t.Errorf("left behind: %v", left)
		}
	}
	if d.pid("show") != 0 {
		d.t.Error("its process is left")
	}
}
