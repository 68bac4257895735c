namespace Graph.Core;

/// <summary>Values as the language writes them: strings quoted, floats with a point, dates as written.</summary>
public static class ValueText
{
    public static string Format(Value value) => throw new NotImplementedException();
}
