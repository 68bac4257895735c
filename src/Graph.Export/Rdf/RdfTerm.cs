namespace Graph.Export;

/// <summary>The object of a triple: an IRI, or a text with a datatype; without one it is a string.</summary>
internal readonly record struct RdfTerm(string Text, bool IsIri, string? Datatype = null)
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    private const string Edtf = "http://id.loc.gov/datatypes/edtf/EDTF-level0";

    public static RdfTerm Iri(string iri) => new(iri, true);

    public static RdfTerm String(string text) => new(text, false);

    public static RdfTerm Integer(long number) => From(Value.FromInteger(number));

    /// <summary>A scalar; a partial date has the datatype of its precision.</summary>
    public static RdfTerm From(Value value) => value.Kind switch
    {
        ValueKind.Boolean => new(PlainText.Format(value), false, $"{Xsd}boolean"),
        ValueKind.Integer => new(PlainText.Format(value), false, $"{Xsd}integer"),
        ValueKind.Float => new(FormatFloat(value.AsFloat()), false, $"{Xsd}double"),
        ValueKind.Date => new(value.AsDate().Text, false, GetDatatype(value.AsDate())),
        _ => String(PlainText.Format(value)),
    };

    private static string FormatFloat(double number) =>
        double.IsInfinity(number) ? number > 0 ? "INF" : "-INF" : ValueText.FormatFloat(number);

    private static string GetDatatype(PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => $"{Xsd}date",
        DatePrecision.Month => $"{Xsd}gYearMonth",
        DatePrecision.Year => $"{Xsd}gYear",
        _ => Edtf,
    };
}
