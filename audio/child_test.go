package audio

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kindhum/app/choice"
	"kindhum/audio/device"
)

// last is the last report made.
func (b *bench) last() heardReport {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.reports[len(b.reports)-1]
}

func TestDeviceFailure(t *testing.T) {
	onBench(t, steady, fadeIn, func(b *bench) {
		b.playing()
		at := clock()
		b.device.Fail(errors.New("the server went away"))
		<-b.ended
		synctest.Wait()
		if b.err == nil || b.last().State != "failed" || !strings.Contains(b.last().Error, "the server went away") {
			t.Errorf("it ended with %v and said %+v", b.err, b.last())
		}
		if late := time.Duration(b.last().at - at); late > time.Second {
			t.Errorf("it took %v to notice", late)
		}
	})
}

func TestDeviceThatTakesNothingMore(t *testing.T) {
	onBench(t, steady, fadeIn, func(b *bench) {
		b.playing()
		at := clock()
		b.mu.Lock()
		b.stopped = true
		b.mu.Unlock()
		<-b.ended
		synctest.Wait()
		if !errors.Is(b.err, errStalled) || b.last().State != "failed" {
			t.Errorf("it ended with %v and said %+v", b.err, b.last())
		}
		if late := time.Duration(b.last().at - at); late < 1500*time.Millisecond || late > 3*time.Second {
			t.Errorf("it took %v to notice", late)
		}
		if told := b.told(1, at+int64(time.Second)); len(told) > 0 {
			t.Error("it reported as heard what nobody can know")
		}
	})
}

// fresh runs a child on a device of the test's own and returns what it said.
func fresh(t *testing.T, in io.Reader, open func() (device.Device, error)) (string, error) {
	t.Helper()
	var out strings.Builder
	err := run(t.Context(), in, &out, open, clock, func(choice.Sound, uint64) engine { return &toy{value: steady} })
	return out.String(), err
}

func TestDeviceThatNeverStarts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in, writer := io.Pipe()
		defer writer.Close()
		at := time.Now()
		out, err := fresh(t, in, func() (device.Device, error) { return device.NewNull(false), nil })
		if !errors.Is(err, errNoStart) || !strings.Contains(out, `"failed"`) || strings.Contains(out, `"ready"`) {
			t.Errorf("it ended with %v and said %s", err, out)
		}
		if took := time.Since(at); took != startLimit {
			t.Errorf("it waited %v", took)
		}
	})
}

func TestDeviceThatCannotBeOpened(t *testing.T) {
	refused := errors.New("refused")
	out, err := fresh(t, strings.NewReader(""), func() (device.Device, error) { return nil, refused })
	if !errors.Is(err, refused) || !strings.Contains(out, `{"state":"failed","error":"refused"}`) {
		t.Errorf("it ended with %v and said %s", err, out)
	}
}

func TestReportedReasonIsOneShortLine(t *testing.T) {
	out, _ := fresh(t, strings.NewReader(""), func() (device.Device, error) {
		return nil, errors.New("no\ncard: " + strings.Repeat("é, ", 1000))
	})
	if len(out) > 600 || !strings.Contains(out, "no card: é") {
		t.Errorf("it said %d bytes: %.60s", len(out), out)
	}
}

func TestDeviceThatFailsToStart(t *testing.T) {
	out, err := fresh(t, strings.NewReader(""), func() (device.Device, error) {
		d := device.NewNull(true)
		d.Fail(io.ErrNoProgress)
		return d, nil
	})
	if !errors.Is(err, io.ErrNoProgress) || strings.Contains(out, "ready") {
		t.Errorf("it ended with %v and said %s", err, out)
	}
}

func TestBadLines(t *testing.T) {
	for _, line := range []string{"{", "null x", "[]", `{"sound":3}`, `{"play":{"at":"now"}}`, strings.Repeat("x", 2*longest)} {
		synctest.Test(t, func(t *testing.T) {
			out, err := fresh(t, strings.NewReader(line+"\n"), func() (device.Device, error) { return device.NewNull(true), nil })
			if err == nil || !strings.HasPrefix(err.Error(), "command: ") || !strings.Contains(out, `"failed"`) {
				t.Errorf("after %.20q it ended with %v and said %s", line, err, out)
			}
		})
	}
}

func TestEndOfInputFadesOut(t *testing.T) {
	onBench(t, steady, fadeIn, func(b *bench) {
		b.playing()
		at := clock()
		b.in.Close()
		<-b.ended
		if b.err != nil {
			t.Errorf("it ended with %v", b.err)
		}
		if took := time.Duration(clock() - at); took >= grace/2 {
			t.Errorf("it took %v to end", took)
		}
		b.pass(200 * time.Millisecond) // the server plays what it has
		played := b.heard(at, clock())
		b.smooth(played)
		if end := played[len(played)-1]; end != 0 {
			t.Errorf("it ended at %v", end)
		}
	})
}

func TestEndOfContextEndsAChildWithoutADevice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in, writer := io.Pipe()
		defer writer.Close()
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		var out strings.Builder
		err := run(ctx, in, &out, func() (device.Device, error) { return device.NewNull(false), nil }, clock, newEngine)
		if err != nil || out.String() != "" {
			t.Errorf("it ended with %v and said %q", err, out.String())
		}
	})
}

func TestReportsAreAHeartbeatInSilenceToo(t *testing.T) {
	onBench(t, steady, fadeIn, func(b *bench) {
		b.pass(10 * time.Second)
		b.mu.Lock()
		defer b.mu.Unlock()
		if n := len(b.reports); n < 10 || n > 12 {
			t.Errorf("%d reports in 10 s", n)
		}
	})
}
