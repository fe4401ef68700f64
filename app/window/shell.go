package window

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/choice"
	"kindhum/app/control"
	"kindhum/app/practice"
	"kindhum/app/store"
	"kindhum/assets"
)

// shell is the window's inside: it takes snapshots and keys, keeps the stage in step with them,
// and sends wishes. All of it belongs to the UI goroutine.
type shell struct {
	host
	opts   Options
	text   assets.Words
	wishes *wishes
	stage  *stage
	feet   feet
	kept   kept
	shown  shown
	motion
	page  openPage
	tips  *tips
	saver *saver
}

// motion is what moves.
type motion struct {
	follow follower
	fades  fades
	beat   *beat
	tally  *tally // nil where nobody counts
	unseen unseen
	system Appearance // what is asked of the whole system
}

// host is what the shell lives in.
type host struct {
	win fyne.Window
	now func() int64 // monotonic, ns
	do  func(func()) // has something done on the UI goroutine, later; called from any other
	// over is called before the window is closed: from then on do does nothing.
	over func()
	// fit is the size that the window opens in where it is to have another one.
	fit func(fyne.Size) fyne.Size
}

// kept is what is remembered beyond this window.
type kept struct {
	window  store.Window
	opened  fyne.Size // that the window was opened with
	session choice.Session
	tone    choice.Tone
	sound   choice.Sound
	soundAt int64 // when the sound was last changed here

	own      practice.Own // as the shelf was last read
	patterns []choice.OwnPattern
	jots     jots
}

// shown is what is on the stage.
type shown struct {
	snap   control.Snapshot
	on     screen
	notice string // of the window's own; it goes with the next wish
	thanks int    // which line of thanks
	closed bool   // by the person
	book   book
	breath breaths
	key    fyne.KeyName // that was carried out last, until a field has taken another
	left   whence       // where the page was that was left last
	trail  [3]string    // what had the keys on the pages that lead to this one
	opening
}

// fades are the strengths that move.
type fades struct {
	ring, controls fade
	stirred        int64 // when the pointer or a key last moved
}

// feet are the controls of each screen.
type feet struct {
	rest  *restFoot
	guide *guideFoot
	end   *endFoot
	tone  *toneFoot
	diary *diary // no foot, but there as long as they are
}

func newFeet(s *shell) feet {
	return feet{rest: newRestFoot(s), guide: newGuideFoot(s), end: newEndFoot(s), tone: newToneFoot(s)}
}

func newShell(opts Options, h host, text assets.Words) *shell {
	opts.Library = opts.Library.In(text.Language())
	s := &shell{host: h, opts: opts, text: text}
	s.shown.book.edits = map[string]*editing{}
	s.wishes = newWishes(opts.Link, func(err error) {
		s.do(func() { s.tell(s.whyNot(err), err) })
	})
	s.saver = &saver{shell: s}
	s.load()
	if s.needsOtherFonts() {
		haveOtherFonts()
	}
	s.dress()
	s.follow.start()
	s.beat = s.newBeat(s.frame)
	if opts.Frames != nil {
		s.tally = &tally{}
	}
	s.tips = &tips{shell: s, box: newTipBox()}
	s.stage = newStage(s.pill(plain, "menu", s.openMenu), s.stir)
	s.stage.setTextSize(s.kept.window.TextSize)
	s.feet = newFeet(s)
	s.feet.diary = &diary{shell: s}
	s.fades.ring.last = s.now()
	s.shown.snap = control.Idle(s.kept.sound, opts.Version, true)
	s.arrange()
	s.stage.veil.soft, s.stage.veil.draw = s.softly, s.beat.start
	s.followType()
	return s
}

// load reads what is remembered. What cannot be read is as it would be at first, and said.
func (s *shell) load() {
	ctx, cancel := context.WithTimeout(context.Background(), closeWithin)
	defer cancel()
	var errs [5]error
	s.kept.window, errs[0] = s.opts.Store.Window(ctx)
	s.kept.session, errs[1] = s.opts.Store.Session(ctx)
	s.kept.sound, errs[2] = s.opts.Store.Sound(ctx)
	s.kept.tone, errs[3] = s.opts.Store.Tone(ctx)
	s.kept.patterns, errs[4] = s.opts.Store.Patterns(ctx)
	for _, err := range errs {
		if err != nil {
			fyne.LogError("what is remembered could not be read", err)
		}
	}
	s.kept.session, s.kept.sound = s.kept.session.Clamp(), s.kept.sound.Clamp()
	s.reread()
}

// see takes a snapshot.
func (s *shell) see(snap control.Snapshot) {
	now := s.now()
	was := s.shown.on
	s.shown.snap, s.shown.on = snap, next(was, snap)
	if snap.Sound.Voice != "" && now-s.kept.soundAt > int64(time.Second) {
		s.kept.sound = snap.Sound
	}
	s.follow.take(snap, s.shown.on == guided, now)
	if was != s.shown.on {
		s.changed(was, now)
	}
	s.page.updated()
	s.learn()
	s.wake()
}

// changed is called when another screen comes.
func (s *shell) changed(was screen, now int64) {
	if was == ended {
		s.feet.end.keep()
	}
	if s.shown.on == ended {
		s.shown.thanks++
		s.feet.end.begin()
	}
	if s.shown.on == guided {
		s.settle()
		if s.unseen.any() { // perhaps to a player that was not there when it was said
			s.sayUnseen()
		}
	}
	s.shown.notice = ""
	s.fades.stirred = now
	if s.page.stays {
		return
	}
	s.win.Canvas().Unfocus()
	s.leavePage()
	s.stage.open(nil)
}

// arrange puts on the stage what belongs to the state, once that is known.
func (s *shell) arrange() {
	if s.stage.alone && !s.shown.told {
		return
	}
	small := s.shown.on == resting && !s.kept.window.SafetySeen
	var foot fyne.CanvasObject
	switch s.shown.on {
	case resting:
		s.feet.rest.update()
		foot = s.feet.rest.all
	case guided:
		s.feet.guide.update()
		foot = s.feet.guide.all
	case ended:
		foot = s.feet.end.all
	case toned:
		s.feet.tone.update()
		foot = s.feet.tone.all
	}
	if s.stage.on != s.shown.on || s.stage.small != small || s.stage.foot != foot || s.stage.alone {
		s.stage.set(s.shown.on, foot, small)
	}
}

// tell shows a line of the window's own; err goes to the log.
func (s *shell) tell(line string, err error) {
	if err != nil {
		fyne.LogError(line, err)
	}
	s.shown.notice = line
	s.wake()
}

// mentionFor is how long a line stays that asks for nothing.
const mentionFor = 10 * time.Second

// mention shows a line of the window's own for a while.
func (s *shell) mention(line string) {
	s.tell(line, nil)
	time.AfterFunc(mentionFor, func() { s.do(func() { s.forget(line) }) })
}

// forget takes a line away, if it is still the one that is shown.
func (s *shell) forget(line string) {
	if s.shown.notice == line {
		s.shown.notice = ""
		s.wake()
	}
}

// whyNot is what a person is told when a wish was not heeded.
func (s *shell) whyNot(err error) string {
	var refused *control.Refused
	if errors.As(err, &refused) {
		return refused.Reason
	}
	return s.text.Text("not_reached")
}

// wish sends a wish without parameters.
func (s *shell) wish(method string) {
	s.shown.notice = ""
	s.wishes.ask(method, nil)
}

// pill makes a button with the text of a key.
func (s *shell) pill(r rank, key string, press func()) *pill {
	p := newPill(r, s.text.Text(key), press)
	p.other, p.stir, p.tips, p.about = s.key, s.stir, s.tips, key
	return p
}
