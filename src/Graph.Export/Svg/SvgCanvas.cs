using System.Globalization;
using System.Xml;

namespace Graph.Export;

/// <summary>Writes the elements of SVG. Everything is told by attributes, so that a program without style sheets draws the same.</summary>
internal sealed class SvgCanvas : IDisposable
{
    public const string Ink = "#1d2126";
    public const string Faint = "#5c636b";
    private const string Namespace = "http://www.w3.org/2000/svg";

    private readonly XmlWriter xml;
    private readonly LossLedger losses;

    /// <param name="title">For those who cannot see the picture.</param>
    public SvgCanvas(Stream output, Point corner, Extent size, string title, LossLedger losses)
    {
        this.losses = losses;
        xml = XmlTexts.CreateWriter(output);
        xml.WriteStartElement("svg", Namespace);
        Attributes(
            ("width", Format(size.Width)),
            ("height", Format(size.Height)),
            ("viewBox", $"{Format(corner.X)} {Format(corner.Y)} {Format(size.Width)} {Format(size.Height)}"),
            ("font-family", "Helvetica, Arial, sans-serif"),
            ("role", "img"));
        Title(title);
        Rectangle(corner, size, 0, ("fill", "#ffffff"));
    }

    public static string Format(double number) =>
        Math.Round(number, 1) is var rounded && rounded == 0 ? "0" : rounded.ToString("0.#", CultureInfo.InvariantCulture);

    public void BeginGroup(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("g");
        Attributes(attributes);
    }

    public void EndGroup() => xml.WriteEndElement();

    /// <summary>What is shown where the pointer rests.</summary>
    public void Title(string text)
    {
        xml.WriteStartElement("title");
        xml.WriteString(XmlTexts.Clean(text, losses));
        xml.WriteEndElement();
    }

    public void Rectangle(Point corner, Extent size, double radius, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("rect");
        Attributes(("x", Format(corner.X)), ("y", Format(corner.Y)), ("width", Format(size.Width)), ("height", Format(size.Height)));
        if (radius > 0)
            Attributes(("rx", Format(radius)));
        Attributes(attributes);
        xml.WriteEndElement();
    }

    public void Polygon(IEnumerable<Point> points, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("polygon");
        Attributes(("points", string.Join(' ', points.Select(point => $"{Format(point.X)},{Format(point.Y)}"))));
        Attributes(attributes);
        xml.WriteEndElement();
    }

    public void Line(Point start, Point end, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("line");
        Attributes(("x1", Format(start.X)), ("y1", Format(start.Y)), ("x2", Format(end.X)), ("y2", Format(end.Y)));
        Attributes(attributes);
        xml.WriteEndElement();
    }

    public void Path(Curve curve, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("path");
        var points = curve.Points.Select(point => $"{Format(point.X)},{Format(point.Y)}").ToList();
        Attributes(("d", $"M{points[0]} C{string.Join(' ', points.Skip(1))}"), ("fill", "none"));
        Attributes(attributes);
        xml.WriteEndElement();
    }

    /// <summary>A line of text; its place is the middle of the base line, unless an anchor says otherwise.</summary>
    public void Text(Point place, string text, double size, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("text");
        Attributes(("x", Format(place.X)), ("y", Format(place.Y)), ("font-size", Format(size)));
        Attributes(attributes);
        xml.WriteString(XmlTexts.Clean(text, losses));
        xml.WriteEndElement();
    }

    public void Dispose()
    {
        // What stopped the writing says more than that the end is missing.
        if (xml.WriteState != WriteState.Error)
            xml.WriteEndElement();
        xml.Dispose();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, value);
    }
}
