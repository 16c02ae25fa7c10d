using System.Linq.Expressions;
using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;
using HandlebarsDotNet.Features;

namespace Fachinfo.Theming;

/// <summary>Makes machine code of a part of a template when that part is first rendered.</summary>
/// <remarks>
/// Templates are read whole, and their mistakes found, when they are compiled; but each block of them is a function of its own,
/// and most are never called: those for council papers on a site without, or what stands behind <c>else</c>.
/// </remarks>
internal sealed class DeferredCompiler : IFeatureFactory, IFeature
{
    public IFeature CreateFeature() => this;

    public void OnCompiling(ICompiledHandlebarsConfiguration configuration) =>
        configuration.ExpressionCompiler = new ExpressionCompiler(configuration.ExpressionCompiler);

    public void CompilationCompleted()
    {
        // Nothing is left to do then.
    }

    private sealed class ExpressionCompiler(IExpressionCompiler inner) : IExpressionCompiler
    {
        public T Compile<T>(Expression<T> expression)
            where T : class, Delegate =>
            expression is Expression<TemplateDelegate> part ? (T)(Delegate)(TemplateDelegate)new Part(part, inner).Render : inner.Compile(expression);
    }

    private sealed class Part(Expression<TemplateDelegate> expression, IExpressionCompiler compiler)
    {
        private readonly Lock making = new();
        private TemplateDelegate? compiled;

        public void Render(EncodedTextWriter writer, BindingContext context) => (Volatile.Read(ref compiled) ?? Compile())(writer, context);

        private TemplateDelegate Compile()
        {
            lock (making)
            {
                return compiled ??= compiler.Compile(expression);
            }
        }
    }
}
