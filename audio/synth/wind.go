package synth

import "math"

var (
	logBreathMid = math.Log(breathMid)
	logCueLow    = math.Log(cueLow)
	logCueSpan   = math.Log(cueHigh / cueLow)
)

// wind is air as it is asked for.
type wind struct {
	level float64 // RMS
	log   float64 // natural logarithm of the middle of its band in Hz
	q     float64 // how narrow the band is
}

// blow adds more of another wind: the bands meet where both would be heard as one.
func (w *wind) blow(more wind, gain float64) {
	level := more.level * gain
	if level == 0 {
		return
	}
	x := level / (w.level + level)
	*w = wind{w.level + level, lerp(w.log, more.log, x), lerp(w.q, more.q, x)}
}

// band is the band in Hz and how narrow it is; of a wind that is still, the band it had before.
func (w wind) band(before wind) (hz, q float64) {
	if w.level == 0 {
		w = before
	}
	return math.Exp(w.log), w.q
}

// airband is what cue and breath come to together.
func airband(l levels, cue float64, breath wind) (sum wind) {
	sum.blow(breath, l.hum)
	if l.cue > 0 {
		hz := logCueLow + l.fullness/l.cue*logCueSpan
		sum.blow(wind{cueLevel, hz, airQ}, l.cue*cue)
	}
	return sum
}
