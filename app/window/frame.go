package window

import (
	"time"

	"fyne.io/fyne/v2"

	"kindhum/app/breath"
	"kindhum/app/theme"
)

// beat calls a function before each frame while it runs, or before each second one. It is a Fyne animation of which
// only the ticks are used: its own time slips.
type beat struct {
	anim  *fyne.Animation
	runs  bool
	frame func()
	due   func() time.Duration // from one frame to the next
	now   func() int64
	last  int64 // the last frame
}

func (s *shell) newBeat(frame func()) *beat {
	b := &beat{frame: frame, due: s.frameTime, now: s.now}
	b.anim = &fyne.Animation{Duration: time.Minute, RepeatCount: fyne.AnimationRepeatForever, Curve: fyne.AnimationLinear}
	b.anim.Tick = func(float32) { b.tick() }
	return b
}

// tick is called with each frame of the driver's. What is due within half a one is due now.
func (b *beat) tick() {
	if !b.runs { // one tick may still come after stop
		return
	}
	now, due := b.now(), b.due()
	if due > tickTime && now-b.last < int64(due-tickTime/2) {
		return
	}
	b.last = now
	b.frame()
}

func (b *beat) start() {
	if !b.runs {
		b.runs = true
		b.anim.Start()
	}
}

func (b *beat) stop() {
	if b.runs {
		b.runs = false
		b.anim.Stop()
	}
}

// wake draws now, or as soon as the next frame is due, and goes on while anything moves.
func (s *shell) wake() {
	s.beat.start()
	s.beat.tick()
}

// stir notes that the pointer or a key moved.
func (s *shell) stir() {
	s.fades.stirred = s.now()
	if s.shown.on == guided {
		s.wake()
	}
}

// frame draws what is to be seen now, and stops the beat when the next frame would be the same, or nobody would
// see it.
func (s *shell) frame() {
	s.catchUp()
	if s.unseen.any() {
		s.beat.stop()
		s.tally.rest()
		return
	}
	now := s.now()
	full, m, elapsed := s.follow.at(now)
	s.fades.ring.to(s.shown.on == guided, now)
	ring := s.fades.ring.tick(now, theme.Ring)
	l := look{Fullness: full, Still: s.lessMotion(), RingShow: ring, Ring: -1}
	if s.follow.led {
		l.Drift, l.Ring = drift(elapsed), progress(s.shown.snap.Timeline, elapsed)
	}
	if s.stage.page == nil { // beneath a page it is not drawn
		s.count(s.stage.light.show(l))
	}
	s.speak(m, now)
	s.dim(now)
	s.stage.lift(now)
	s.tips.tick(now)
	if !s.moving() {
		s.beat.stop()
	}
}

// count counts a look at a session, where frames are counted.
func (s *shell) count(drew bool) {
	if s.tally == nil {
		return
	}
	if s.shown.on == guided && s.shown.snap.Clock.Running {
		s.tally.look(s.now(), drew, s.frameTime())
	} else {
		s.tally.rest()
	}
	if drew {
		s.do(func() { s.tally.moved(s.now()) }) // it is drawn in this tick, and this is done after it
	}
}

// speak keeps the words in step.
func (s *shell) speak(m breath.Moment, now int64) {
	st := s.stage
	word, line, notice := "", "", s.shown.notice
	if notice == "" {
		notice = s.shown.snap.Notice
	}
	p := s.shown.snap.Status.Progress
	switch s.shown.on {
	case guided:
		word, line = s.breathWord(m), deref(p.Line)
		if p.State == "paused" {
			word, line = "", s.text.Text("paused")
		}
	case toned:
		line = s.text.Text("tone")
		if p.State == "paused" {
			line = s.text.Text("paused")
		} else if p.Length != nil {
			line = s.text.Text("tone_fades")
		}
	}
	st.word.follow(word, now)
	st.line.follow(line, now)
	st.notice.follow(notice, now)
}

// breathWord is the one word for the breath.
func (s *shell) breathWord(m breath.Moment) string {
	if p := s.shown.snap.Status.Progress; p.State == "lead-in" || m.Cycle < 0 {
		return s.text.Text("settling")
	}
	if m.Phase == breath.Still {
		return ""
	}
	return s.text.Text(m.Phase.String())
}

// dim fades the controls of a session while nobody reaches for them.
func (s *shell) dim(now int64) {
	up := s.awake(now)
	s.fades.controls.to(up, now)
	whole := theme.Leave
	if up {
		whole = theme.Answer
	}
	part := s.fades.controls.tick(now, whole)
	s.feet.guide.fadeTo(part)
	if s.shown.on == guided {
		s.stage.menu.fadeTo(min(part, s.stage.menuPart()))
	} else {
		s.stage.menu.fadeTo(s.stage.menuPart())
	}
	s.stage.hush = s.shown.on == guided && part == 0
}

func (s *shell) awake(now int64) bool {
	return s.shown.on != guided || !s.shown.snap.Clock.Running || now-s.fades.stirred < int64(theme.Hush)
}

func (s *shell) moving() bool {
	st := s.stage
	return s.nearlyOpen() || s.tips.moving() || s.follow.moving() || s.fades.ring.moving() || s.fades.controls.moving() || st.veil.moving() ||
		st.word.waiting() || st.line.waiting() || st.notice.waiting()
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
