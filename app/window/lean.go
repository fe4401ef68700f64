package window

import "github.com/go-gl/glfw/v3.4/glfw"

// noDepth has the window that is opened next made without the buffers of depth and stencil, which Fyne
// clears with every frame and never looks at. Without them a window takes less to draw, and the less memory. It
// must be called on the main goroutine, after the window was made and before it is shown: GLFW keeps what it is told
// until then, and Fyne tells it nothing of this.
func noDepth() {
	glfw.WindowHint(glfw.DepthBits, 0)
	glfw.WindowHint(glfw.StencilBits, 0)
}
