package audio

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"math/rand/v2"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"kindhum/app/breath"
	"kindhum/app/choice"
	"kindhum/audio/device"
)

// toy is a synthesiser that can be read off: its samples are value(frame), after a linear fade.
type toy struct {
	value           func(frame int64) float32
	frame, in, fade int64
	renders         int
	sound           choice.Sound
}

func (e *toy) Set(s choice.Sound)                  { e.sound = s }
func (e *toy) Play(_ breath.Timeline, at, _ int64) { e.frame = at }
func (e *toy) Continue(_ breath.Timeline, _ int64) {}
func (e *toy) Silence()                            { e.in = 0 }
func (e *toy) Render(dst []float32) {
	e.renders++
	for i := 0; i < len(dst); i += 2 {
		w := float32(1)
		if e.in < e.fade {
			w = float32(e.in) / float32(e.fade)
			e.in++
		}
		dst[i] = w * e.value(e.frame)
		dst[i+1] = dst[i]
		e.frame++
	}
}

// numbered samples say which frame they are, exactly up to 2^24.
func numbered(frame int64) float32 { return float32(frame + 1) }

func steady(int64) float32 { return 1 }

// heardReport is a report and when it was made.
type heardReport struct {
	Report
	at int64
}

// bench is a child on a null device, whose server takes frames in uneven bites
// as time goes by. It lives in a bubble of synctest.
type bench struct {
	t      *testing.T
	device *device.Null
	engine *toy
	build  build // makes the engine: the toy, unless it is the real one
	in     *io.PipeWriter
	ended  chan struct{}
	err    error // why the child ended

	mu      sync.Mutex
	reports []heardReport
	out     []float32 // left channel, in the order it is heard
	begun   int64     // when the first of out was heard
	stopped bool      // the server takes nothing
}

func clock() int64 { return time.Now().UnixNano() }

// onBench runs test with a child whose synthesiser makes value after fade frames.
func onBench(t *testing.T, value func(int64) float32, fade int64, test func(*bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		b := &bench{t: t, device: device.NewNull(true), engine: &toy{value: value, fade: fade}, ended: make(chan struct{})}
		b.build = func(choice.Sound, uint64) engine { return b.engine }
		b.run(test)
	})
}

// withSynthesiser runs test with a child that makes the real sound.
func withSynthesiser(t *testing.T, test func(*bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		b := &bench{t: t, device: device.NewNull(true), build: newEngine, ended: make(chan struct{})}
		b.run(test)
	})
}

func (b *bench) run(test func(*bench)) {
	ctx, cancel := context.WithCancel(context.Background())
	in, writer := io.Pipe()
	reader, out := io.Pipe()
	b.in = writer
	go b.serve(ctx)
	go b.collect(reader)
	go func() {
		b.err = run(ctx, in, out, func() (device.Device, error) { return b.device, nil }, clock, b.build)
		out.Close()
		close(b.ended)
	}()
	defer func() {
		cancel()
		b.in.Close()
		<-b.ended
	}()
	synctest.Wait()
	test(b)
}

// serve takes what was heard meanwhile, every 10 to 30 ms.
func (b *bench) serve(ctx context.Context) {
	random := rand.New(rand.NewPCG(1, 2))
	b.begun = clock()
	b.take(b.device.Latency())
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Duration(10+random.IntN(20)) * time.Millisecond):
		}
		heard := frames(time.Duration(clock() - b.begun))
		b.take(int(heard) + b.device.Latency() - len(b.out))
	}
}

func (b *bench) take(frames int) {
	b.mu.Lock()
	stopped := b.stopped
	b.mu.Unlock()
	if stopped {
		return
	}
	taken := b.device.Take(frames)
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := 0; i < len(taken); i += device.Channels {
		b.out = append(b.out, taken[i])
	}
}

func (b *bench) collect(reader io.Reader) {
	for scanner := bufio.NewScanner(reader); scanner.Scan(); {
		var r Report
		if err := json.Unmarshal(scanner.Bytes(), &r); err != nil {
			b.t.Errorf("a report is %q: %v", scanner.Text(), err)
		}
		b.mu.Lock()
		b.reports = append(b.reports, heardReport{r, clock()})
		b.mu.Unlock()
	}
}

// send gives the child a command, and waits until it was carried out.
func (b *bench) send(c Command) (at int64) {
	b.t.Helper()
	at = clock()
	if err := json.NewEncoder(b.in).Encode(c); err != nil {
		b.t.Fatal(err)
	}
	synctest.Wait()
	return at
}

// pass lets time go by.
func (b *bench) pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

// heard is what the speaker plays from one time to another.
func (b *bench) heard(from, to int64) []float32 {
	b.mu.Lock()
	defer b.mu.Unlock()
	first, last := frames(time.Duration(from-b.begun)), frames(time.Duration(to-b.begun))
	return b.out[max(0, first):min(int(last), len(b.out))]
}

// told are the reports of a play since a time.
func (b *bench) told(id, since int64) (heard []heardReport) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.reports {
		if r.Heard != nil && r.Heard.ID == id && r.at >= since {
			heard = append(heard, r)
		}
	}
	return heard
}

// loud is a sound at full gain, at which samples come through as they are.
func loud() *choice.Sound {
	s := choice.DefaultSound()
	s.Volume = 100
	return &s
}
