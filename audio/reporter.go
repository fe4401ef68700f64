package audio

import (
	"errors"
	"fmt"
	"time"
)

// What Report.State can be.
const (
	stateReady  = "ready"
	stateFailed = "failed"
)

const (
	look       = 500 * time.Millisecond // between looks at the device while it plays
	pulse      = time.Second            // between reports
	quickPulse = 250 * time.Millisecond // just after something began
	quickFor   = 3 * time.Second
	keen       = 5 * time.Millisecond // between looks for an order to be taken
	stalled    = 2 * time.Second      // without a Pull is a device that is gone
)

var errStalled = errors.New("sound device: it has taken no sound for 2 s")

// reporter tells what is heard, and watches the device.
type reporter struct {
	report func(Report) error

	serial int64 // of the play whose beginning was reported
	since  int64 // monotonic ns of that
	next   int64 // when the next report is due

	looked  int64 // when the device was last looked at
	pulled  int64 // what the place said then
	without time.Duration
}

// step reports what is due, and returns when to be called again (monotonic ns), or the
// fault that ends the child.
func (r *reporter) step(t *transport, now int64) (wake int64, err error) {
	p := t.source.place.read()
	if now >= r.looked+int64(look) {
		if err := r.watch(t, p, now); err != nil {
			return 0, err
		}
	}
	if t.stage == silent {
		return r.beat(now, Report{}, pulse)
	}
	if t.source.orders.Load() != nil || p.heard.seen == 0 {
		wake = now + int64(keen)
		beat, err := r.beat(now, Report{}, pulse)
		return min(wake, beat), err
	}
	if p.serial != r.serial {
		if first := p.first(); now < first {
			beat, err := r.beat(now, Report{}, pulse)
			return min(first, beat), err
		}
		r.serial, r.since, r.next = p.serial, now, now
	}
	every := pulse
	if now < r.since+int64(quickFor) {
		every = quickPulse
	}
	if p.stale(now) {
		return r.beat(now, Report{}, every)
	}
	return r.beat(now, Report{Heard: &Heard{ID: p.id, Frame: p.frame(now), At: now}}, every)
}

// beat makes a report if one is due, and returns when the next step is.
func (r *reporter) beat(now int64, report Report, every time.Duration) (wake int64, err error) {
	if now >= r.next {
		if err := r.report(report); err != nil {
			return 0, err
		}
		r.next = now + int64(every)
	}
	return min(r.next, r.looked+int64(look)), nil
}

// watch looks whether the device still plays. Time in which this process stood still does
// not count: the device was not asked either.
func (r *reporter) watch(t *transport, p place, now int64) error {
	if err := t.device.Err(); err != nil {
		return fmt.Errorf("sound device: %w", err)
	}
	if p.pulled != r.pulled || r.looked == 0 {
		r.without = 0
	} else {
		r.without += min(time.Duration(now-r.looked), 2*look)
	}
	r.pulled, r.looked = p.pulled, now
	if r.without >= stalled {
		return errStalled
	}
	return nil
}
