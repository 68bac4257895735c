using System.Reflection;
using System.Text.Json;
using Graph.Annotations;

namespace Graph.News.Tests;

/// <summary>
/// The default of a view, as an array or a field has it, is in no graph: it prints and compares, and says why it has nothing else.
/// </summary>
public sealed class DefaultViewTests
{
    private static readonly NewsGraph News = SmallNews.Build();

    /// <summary>How the store and durations are put together; nobody gets them from a graph.</summary>
    private static readonly Type[] Inner = [typeof(Validity), typeof(StableHash), typeof(DurationParts)];

    /// <summary>
    /// Every public struct of the libraries and of the generated API that is not an enumerator, closed over nodes and relations.
    /// </summary>
    public static TheoryData<Type> Views =>
    [
        .. new[] { typeof(GraphStore), typeof(Graph.Query.TypedGraph), typeof(GraphLoader), typeof(NewsGraph) }
            .SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type is { IsValueType: true, IsEnum: false, IsByRefLike: false, IsNested: false } && !Inner.Contains(type))
            .Select(Close)
            .OrderBy(type => type.ToString(), StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Views))]
    public void ADefaultIsReadOrSaysWhatItIs(Type type)
    {
        var (value, other) = (Activator.CreateInstance(type)!, Activator.CreateInstance(type)!);
        Assert.NotNull(value.ToString());
        Assert.True(value.Equals(other));
        Assert.Equal(value.GetHashCode(), other.GetHashCode());
        foreach (var member in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => !method.ContainsGenericParameters))
        {
            object?[] arguments = [.. member.GetParameters().Select(parameter => Give(parameter.ParameterType))];
            try
            {
                // What is walked lazily says so when it is walked.
                if (member.Invoke(value, arguments) is System.Collections.IEnumerable items and not string)
                    _ = items.Cast<object>().Count();
            }
            catch (Exception exception) when ((exception.InnerException ?? exception) is InvalidOperationException
                or ArgumentException
                or InvalidCastException
                or FormatException)
            {
                continue;
            }
        }
    }

    [Fact]
    public void WhatIsMissingIsSaid()
    {
        Assert.Equal("Person of no graph", default(Person).ToString());
        Assert.Equal(
            "This Person is the default of its type and in no graph; ask a graph for one.",
            Assert.Throws<InvalidOperationException>(() => default(Person).Name).Message);
        Assert.Throws<InvalidOperationException>(() => default(Person).TryAs<Country>(out _));
        Assert.Throws<InvalidOperationException>(() => default(Country).GetsTroopsFrom());
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(Person)));
        Assert.NotEqual(default, News.FindPerson("firefly")!.Value);
    }

    private static Type Close(Type type) => type.IsGenericTypeDefinition
        ? type.MakeGenericType([.. type.GetGenericArguments().Select(argument => Fill(argument, type))])
        : type;

    private static Type Fill(Type argument, Type owner) => argument.Name switch
    {
        "TEdge" => typeof(SentTroopsToEdge),
        "TSteps" or "TInnerSteps" => typeof(NodeSet<Person>.Enumerator),
        _ when owner.Name.StartsWith("TypedList", StringComparison.Ordinal) => typeof(string),
        _ => typeof(Person),
    };

    private static object? Give(Type type) =>
        type == typeof(string)
            ? ""
            : (type.IsByRef ? type.GetElementType()! : type) is { IsValueType: true, IsByRefLike: false } value
                ? Activator.CreateInstance(value)
                : null;
}
