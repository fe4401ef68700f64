package window

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// saver writes one session's sound after the other into files, each on a goroutine of its own, also
// while its page is closed. All of it but the work itself belongs to the UI goroutine.
type saver struct {
	shell  *shell
	path   string // where to
	cancel context.CancelFunc
	over   chan struct{} // closed when the work is over; nil where there is none
	part   float64       // done of it, 0..1
	said   string        // how the last one went
	sure   string        // the path that may be replaced
	typed  [2]string     // what was proposed last, and what was written in its place
	show   func()        // the page is to show all this anew; nil while it is closed
}

// busy reports whether a file is being written.
func (v *saver) busy() bool { return v.over != nil }

// begin writes the session that is chosen to a path, or says why it cannot.
func (v *saver) begin(path string) {
	s := v.shell
	if v.busy() {
		return
	}
	path = atHome(path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(s.opts.Music, path)
	}
	v.path = path
	if !v.hasFolder(filepath.Dir(path)) {
		return
	}
	if _, err := os.Lstat(path); err == nil && v.sure != path {
		v.sure = path
		v.say(s.text.Text("save_replace"))
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	v.cancel, v.over, v.part, v.sure = cancel, make(chan struct{}), 0, ""
	v.say("")
	what, over := Saving{Title: s.practiceTitle(), Session: s.kept.session, Sound: s.kept.sound, Path: path}, v.over
	go func() {
		defer close(over)
		last := 0.0
		err := s.opts.Save(ctx, what, func(part float64) {
			if part-last >= 0.01 { // no more often than can be seen
				last = part
				s.do(func() { v.done(over, part) })
			}
		})
		s.do(func() { v.ended(over, err, ctx.Err() != nil) })
	}()
}

// hasFolder reports whether there is a folder to write into, and says so where there is none. The one that is proposed is
// made: a new home may have none for music yet.
func (v *saver) hasFolder(folder string) bool {
	if folder == filepath.Clean(v.shell.opts.Music) {
		_ = os.MkdirAll(folder, 0o755) //nolint:gosec // a folder like any other at home; where it cannot be made, that is said next
	}
	if _, err := os.Stat(folder); err != nil {
		v.say(strings.ReplaceAll(v.shell.text.Text("save_no_folder"), "{folder}", brief(folder)))
		return false
	}
	return true
}

// done takes a report of the work under way.
func (v *saver) done(of chan struct{}, part float64) {
	if v.over == of {
		v.part = part
		v.showNow()
	}
}

// ended says how it went, on the page, and on the stage where the page is closed.
func (v *saver) ended(of chan struct{}, err error, given bool) {
	if v.over != of {
		return
	}
	v.cancel()
	v.over, v.cancel = nil, nil
	text := v.shell.text
	switch {
	case err == nil:
		v.say(strings.ReplaceAll(text.Text("save_done"), "{file}", brief(v.path)))
	case given:
		v.say(text.Text("save_given_up"))
	default:
		v.say(strings.ReplaceAll(text.Text("save_failed"), "{why}", err.Error()))
	}
	switch {
	case v.show != nil:
	case err == nil:
		v.shell.mention(v.said)
	default:
		v.shell.tell(v.said, nil)
	}
}

// brief is a path as people write it: what lies in their home begins with a tilde.
func brief(path string) string {
	home, err := os.UserHomeDir()
	if rest, is := strings.CutPrefix(path, home+string(filepath.Separator)); err == nil && is {
		return "~" + string(filepath.Separator) + rest
	}
	return path
}

// atHome is the path that brief made shorter.
func atHome(path string) string {
	home, err := os.UserHomeDir()
	if rest, is := strings.CutPrefix(path, "~"+string(filepath.Separator)); err == nil && is {
		return filepath.Join(home, rest)
	}
	return path
}

// giveUp ends the work; nothing is left of the file.
func (v *saver) giveUp() {
	if v.busy() {
		v.cancel()
	}
}

// stop gives up and returns when nothing is left, or after a while.
func (v *saver) stop() {
	if !v.busy() {
		return
	}
	v.cancel()
	select {
	case <-v.over:
	case <-time.After(closeWithin):
	}
}

func (v *saver) say(text string) {
	v.said = text
	v.showNow()
}

func (v *saver) showNow() {
	if v.show != nil {
		v.show()
	}
}
