using Graph.Core;

namespace Graph.Core.Tests.Values;

public sealed class ValueTextTests
{
    public static readonly TheoryData<Value, string> Values = new()
    {
        { Value.Null, "null" },
        { Value.True, "true" },
        { Value.FromInteger(-12), "-12" },
        { Value.FromFloat(1), "1.0" },
        { Value.FromFloat(-0.0), "-0.0" },
        { Value.FromFloat(0.1), "0.1" },
        { Value.FromFloat(1e20), "1e20" },
        { Value.FromFloat(1.5e-7), "1.5e-7" },
        { Value.FromFloat(double.NaN), "NaN" },
        { Value.FromFloat(double.NegativeInfinity), "-Infinity" },
        { Value.FromString("it's\n\\ \u0001é"), "'it\\'s\\n\\\\ \\u0001é'" },
        { Value.FromDate(ValueGen.Parse("2022-01/2023")), "2022-01/2023" },
        { Value.FromList(Value.FromInteger(1), Value.FromString("a"), Value.Null), "[1, 'a', null]" },
        { Value.FromMap(new MapValue([new("a", Value.FromInteger(1)), new("b c`", Value.True), new("", Value.Null)])),
            "{a: 1, `b c```: true, ``: null}" },
        { Value.FromNode(3), "(3)" },
        { Value.FromEdge(4), "[4]" },
        { Value.FromPath(new PathValue([1, 2, 1], [7, 8])), "(1)-[7]-(2)-[8]-(1)" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void ValuePrintsAsTheLanguageWritesIt(Value value, string expected) => Assert.Equal(expected, ValueText.Format(value));
}
