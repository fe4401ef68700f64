package audio

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"kindhum/app/monotonic"
	"kindhum/audio/device"
)

const (
	startLimit = 3 * time.Second        // for a device to start
	goodbye    = 150 * time.Millisecond // fade when the input ends
)

// errNoStart says what a sound server that is asleep does.
var errNoStart = errors.New("sound device: it did not start within 3 s")

// Child is the main loop of the process that makes the sound: it plays the
// commands read from in on the device that open opens, and writes reports to out, at
// least one a second once the device has started.
//
// It ends without an error when in ends or ctx is done, after a short fade. It ends
// with one, which it has reported as "failed", when the device fails or a
// line cannot be understood. A read of in may be left pending.
func Child(ctx context.Context, in io.Reader, out io.Writer, open func() (device.Device, error)) error {
	return run(ctx, in, out, open, monotonic.Now, newEngine)
}

// run is Child with a clock (monotonic ns) and a synthesiser.
func run(ctx context.Context, in io.Reader, out io.Writer, open func() (device.Device, error),
	now func() int64, build build,
) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	encoder := json.NewEncoder(out)
	report := func(r Report) error {
		if err := encoder.Encode(r); err != nil {
			return fmt.Errorf("report: %w", err)
		}
		return nil
	}
	err := serve(ctx, listen(ctx, in), report, open, now, build)
	if err == nil || errors.Is(err, errEnded) {
		return nil
	}
	// The reason is returned as well; nobody may be there to read the report.
	return errors.Join(err, report(Report{State: stateFailed, Error: brief(err)}))
}

// brief is an error on one line. The library for sound names every device it has tried.
func brief(err error) string {
	const most = 200
	text := []rune(strings.Join(strings.Fields(err.Error()), " "))
	if len(text) > most {
		return string(text[:most]) + "..."
	}
	return string(text)
}

// errEnded ends the child without a fault.
var errEnded = errors.New("input: ended")

// serve opens the device and plays until an error says why not.
func serve(ctx context.Context, lines <-chan line, report func(Report) error,
	open func() (device.Device, error), now func() int64, build build,
) error {
	d, err := open()
	if err != nil {
		return err
	}
	limit := time.NewTimer(startLimit)
	defer limit.Stop()
	select {
	case <-d.Ready():
	case <-limit.C:
		return errNoStart
	case <-ctx.Done():
		return errEnded
	}
	if err := d.Err(); err != nil {
		return fmt.Errorf("sound device: %w", err)
	}
	if err := report(Report{State: stateReady}); err != nil {
		return err
	}
	t := newTransport(d, now, build)
	d.Start(t.source)
	return loop(ctx, lines, t, &reporter{report: report})
}

// loop carries out commands and whatever time brings, until it fails or its
// input ends.
func loop(ctx context.Context, lines <-chan line, t *transport, r *reporter) error {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case l, open := <-lines:
			switch {
			case l.err != nil:
				t.leave()
				return l.err
			case !open:
				t.leave()
				return errEnded
			}
			t.do(l.command)
		case <-ctx.Done():
			t.leave()
			return errEnded
		case <-timer.C:
		}
		now := t.now()
		wake := t.step(now)
		again, err := r.step(t, now)
		if err != nil {
			return err
		}
		timer.Reset(time.Duration(max(0, min(wake, again)-now)))
	}
}

// do carries out a command.
func (t *transport) do(c Command) {
	if c.Sound != nil {
		t.set(*c.Sound)
	}
	if c.Play != nil {
		t.play(*c.Play)
	}
	if c.Hush != nil {
		t.hush(faded(c.Hush.Fade))
	}
}

// leave fades out and returns when nothing is heard any more.
func (t *transport) leave() {
	t.hush(goodbye)
	for t.stage == fading {
		now := t.now()
		wake := t.step(now)
		if t.stage != fading {
			return
		}
		<-time.After(time.Duration(wake - now))
	}
}
