package window

import "github.com/go-gl/glfw/v3.4/glfw"

// noDepth has the window that is opened next made without the buffers of depth and stencil, which Fyne
// clears with every frame and never looks at. Without them a window takes less to draw, and the less memory. It
// must be called on the main goroutine, after the window was made and before it is shown: GLFW keeps what it is told
// until then, and Fyne tells it nothing of this. On software OpenGL it took a sixth of the whole.
//
// What was measured and did not pay: no alpha in the buffer, fewer threads for the renderer (LP_NUM_THREADS; a twentieth,
// and too slow for a large screen). Another limit for the garbage collector was not tried: a profile has a quarter of a
// per cent there.
func noDepth() {
	glfw.WindowHint(glfw.DepthBits, 0)
	glfw.WindowHint(glfw.StencilBits, 0)
}
