# Two waves and their sum, drawn with matplotlib.
import matplotlib.pyplot as plt
import numpy as np

# 400 points from 0 to 4 pi. NumPy computes with all of them at
# once, without a loop.
x = np.linspace(0, 4 * np.pi, 400)
swell = np.sin(x)
ripple = 0.35 * np.sin(6 * x)
sea = swell + ripple

figure, axes = plt.subplots(figsize=(7, 3.5))
axes.plot(x, swell, "--", label="swell")
axes.plot(x, ripple, ":", label="ripple")
axes.plot(x, sea, linewidth=2, label="both together")
axes.fill_between(x, sea, -1.6, alpha=0.15)

axes.set_title("How waves add up")
axes.set_xlabel("distance")
axes.set_ylabel("height")
axes.set_ylim(-1.6, 1.6)
axes.legend(loc="upper right", ncol=3, fontsize="small")

print(f"The highest wave: {sea.max():.2f}")
plt.show()
