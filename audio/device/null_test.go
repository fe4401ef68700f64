package device

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"testing"
)

// counter is a source whose frames are numbered from 1 on, in both channels.
type counter struct{ frame float32 }

func (c *counter) Pull(dst []float32) {
	for i := 0; i < len(dst); i += Channels {
		c.frame++
		dst[i], dst[i+1] = c.frame, c.frame
	}
}

func TestNullPlaysInOrder(t *testing.T) {
	n := NewNull(true)
	if got := n.Take(4); got[0] != 0 || n.Queued() != 0 {
		t.Fatalf("before it started it played %v of %d queued", got[0], n.Queued())
	}
	n.Start(&counter{})
	want := float32(1)
	for _, frames := range []int{479, 1, 9600, 5000, 24000} {
		held := n.Queued()
		out := n.Take(frames)
		for i := range min(frames, held) {
			if out[2*i] != want || out[2*i+1] != want {
				t.Fatalf("frame %v came as %v, %v", want, out[2*i], out[2*i+1])
			}
			want++
		}
		for _, v := range out[2*min(frames, held):] {
			if v != 0 {
				t.Fatalf("a queue that ran dry played %v", v)
			}
		}
		if q := n.Queued(); q < blockFrames || q >= 2*blockFrames {
			t.Fatalf("%d frames are queued, not one block to two", q)
		}
	}
}

func TestNullGainGlidesOverOneTake(t *testing.T) {
	n := NewNull(true)
	n.Start(constant(1))
	n.SetGain(0)
	out := n.Take(100)
	for i := range 100 {
		if want := 1 - float64(i)/100; math.Abs(float64(out[2*i])-want) > 1e-6 {
			t.Fatalf("frame %d of the glide is %v, not %v", i, out[2*i], want)
		}
	}
	if out := n.Take(10); out[0] != 0 || out[19] != 0 {
		t.Error("it is not silent after the glide")
	}
}

// constant is a source of one value.
type constant float32

func (c constant) Pull(dst []float32) {
	for i := range dst {
		dst[i] = float32(c)
	}
}

func TestNullFlushDropsWhatWasQueued(t *testing.T) {
	n, source := NewNull(true), &counter{}
	n.Start(source)
	n.Flush(func() { source.frame = 1000 })
	if out := n.Take(1); out[0] != 1001 {
		t.Errorf("after a flush came frame %v", out[0])
	}
}

func TestNullStartsAndFails(t *testing.T) {
	n := NewNull(false)
	select {
	case <-n.Ready():
		t.Fatal("ready before it began")
	default:
	}
	n.Begin()
	<-n.Ready()
	if n.Err() != nil {
		t.Fatal(n.Err())
	}
	n.Fail(io.ErrUnexpectedEOF)
	if !errors.Is(n.Err(), io.ErrUnexpectedEOF) {
		t.Errorf("it failed with %v", n.Err())
	}
}

func TestReaderWritesWholeLittleEndianFrames(t *testing.T) {
	r := &reader{source: &counter{}, samples: make([]float32, 8)}
	p := bytes.Repeat([]byte{0xff}, 37) // four frames take 32
	n, err := r.Read(p)
	if n != 32 || err != nil {
		t.Fatalf("it read %d bytes, %v", n, err)
	}
	for i := range 8 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(p[4*i:]))
		if want := float32(i/2 + 1); v != want {
			t.Errorf("sample %d is %v, not %v", i, v, want)
		}
	}
	if n, _ := r.Read(p[:19]); n != 16 {
		t.Errorf("into 19 bytes it read %d", n)
	}
	sought := false
	r.then = func() { sought = true }
	if _, err := r.Seek(0, io.SeekStart); err != nil || !sought {
		t.Errorf("a seek did not call back, or failed: %v", err)
	}
}

func TestReaderAllocatesNothing(t *testing.T) {
	r := &reader{source: &counter{}, samples: make([]float32, 960)}
	p := make([]byte, 960*4)
	if n := testing.AllocsPerRun(10, func() { r.Read(p) }); n != 0 { //nolint:errcheck // it returns none
		t.Errorf("a read allocates %v times", n)
	}
}
