// A picture, point by point: the Julia set.
import java.awt.Color;
import java.awt.image.BufferedImage;

int steps(double x, double y) {
    int n = 0;
    while (n < 120 && x * x + y * y < 4) {
        double next = x * x - y * y - 0.8;
        y = 2 * x * y + 0.156;
        x = next;
        n++;
    }
    return n;
}

int size = 320;
var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
int inside = 0;
for (int row = 0; row < size; row++) {
    for (int column = 0; column < size; column++) {
        int n = steps(3.0 * column / size - 1.5, 3.0 * row / size - 1.5);
        if (n == 120) inside++;
        float hue = 0.6f - n / 300f;
        var color = Color.getHSBColor(hue, 0.8f, n == 120 ? 0.1f : 0.4f + n / 200f);
        image.setRGB(column, row, color.getRGB());
    }
}
System.out.println(inside + " points stay inside.");

// The value of the last line is shown: an image as a picture.
image
