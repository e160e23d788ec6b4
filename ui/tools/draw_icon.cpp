#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

/// draw_icon SVG SIDE PNG: the picture, that many pixels wide and high. A part of the build, not of
/// the program.
int main(int argc, char** argv) {
    const int side = argc == 4 ? QByteArray(argv[2]).toInt() : 0;
    if (side <= 0) {
        std::fputs("Usage: mergewindow-draw-icon SVG SIDE PNG\n", stderr);
        return 2;
    }
    QSvgRenderer picture(QString::fromLocal8Bit(argv[1]));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    if (picture.isValid())
        picture.render(&painter);
    painter.end();
    if (picture.isValid() && image.save(QString::fromLocal8Bit(argv[3]), "PNG"))
        return 0;
    std::fprintf(stderr, "%s cannot be drawn into %s.\n", argv[1], argv[3]);
    return 1;
}
