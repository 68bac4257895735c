using System.Reflection;
using System.Text;

namespace Graph.News.Tests;

public sealed class NewsApiTests
{
    [Fact]
    public void PublicApi()
    {
        var api = new StringBuilder();
        foreach (var type in typeof(NewsSchema).Assembly.GetExportedTypes().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            api.Append(Describe(type)).Append('\n');
            foreach (var member in Members(type).Select(Describe).Order(StringComparer.Ordinal))
                api.Append("    ").Append(member).Append('\n');
        }

        Verifier.Verify(api.ToString());
    }

    private static string Describe(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : "class";
        var interfaces = type.GetInterfaces().Where(other => other.Namespace!.StartsWith("Graph", StringComparison.Ordinal)).Select(Name).Order(StringComparer.Ordinal);
        return $"{kind} {Name(type)}{string.Concat(interfaces.Select((name, i) => i == 0 ? $" : {name}" : $", {name}"))}";
    }

    private static IEnumerable<MemberInfo> Members(Type type) => type
        .GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(member => member is PropertyInfo or ConstructorInfo || member is MethodInfo method && IsDesigned(method));

    /// <summary>Records bring members of their own, which say nothing about the type.</summary>
    private static bool IsDesigned(MethodInfo method) =>
        (!method.IsSpecialName || method.Name == "op_Implicit") && method.Name is not ("Equals" or "GetHashCode" or "Deconstruct" or "ToString");

    private static string Describe(MemberInfo member) => member switch
    {
        PropertyInfo property => $"{Name(property.PropertyType)}{Mark(new NullabilityInfoContext().Create(property).ReadState, property.PropertyType)} {property.Name}",
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Name(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)}{Mark(new NullabilityInfoContext().Create(parameter).ReadState, parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? "?" : "")}"));

    private static string Mark(NullabilityState state, Type type) => state == NullabilityState.Nullable && !type.IsValueType ? "?" : "";

    private static string Generics(MethodInfo method) => method.IsGenericMethod
        ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => $"{argument.Name}: {string.Join(" & ", argument.GetGenericParameterConstraints().Where(type => type.Namespace!.StartsWith("Graph", StringComparison.Ordinal)).Select(Name))}"))}>"
        : "";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return $"{Name(inner)}?";
        if (type.IsByRef)
            return $"out {Name(type.GetElementType()!)}";
        return type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
