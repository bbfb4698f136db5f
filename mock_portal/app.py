"""The portal as a web application."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from mock_portal import control, document_views, login_views, operation_views, shell_views
from mock_portal.forms import OPERATIONS
from mock_portal.mishaps import Mishaps
from mock_portal.portal import Portal
from mock_portal.queries import QUERIES, query
from mock_portal.web import HERE


async def operation_page(request: Request) -> Response:
    """The page of one operation: a form, or a query's table."""
    key = request.path_params["key"]
    if key in OPERATIONS:
        return await operation_views.form_page(request)
    return await query(request) if key in QUERIES else Response(status_code=404)


async def form_action(request: Request) -> Response:
    """What a form asks the server for: a look-up, a list, or to be saved."""
    if request.path_params["key"] not in OPERATIONS:
        return Response(status_code=404)
    actions = {"lookup": operation_views.lookup, "save": operation_views.save_draft}
    return await actions[request.path_params["action"]](request)


def create_app(portal: Portal) -> Starlette:
    """All pages of `portal`; its settings say whether /_mock/ is among them.

    One ASGI application for one event loop: a test may serve it from a thread of its own process, as
    `uvicorn.Server(configuration(portal, around=…))` on a socket of `bind`, and then closes `portal.store` itself.
    """
    routes = [
        Route("/", login_views.show_login),
        Route("/login", login_views.log_in, methods=["POST"]),
        Route("/logout", login_views.log_out),
        Route("/captcha", login_views.captcha_image),
        Route("/main", shell_views.shell),
        Route("/divisions", operation_views.divisions),
        Route("/operation/{key}", operation_page),
        Route("/operation/{key}/gate", shell_views.open_gate),
        Route("/operation/{key}/{action:str}", form_action, methods=["POST"]),
        Route("/documents", document_views.documents),
        Route("/documents/list", document_views.documents_list),
        Route("/documents/{action}", document_views.documents_act, methods=["POST"]),
        Route("/button/{name}.svg", document_views.button_picture),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]
    if portal.settings.control:
        routes += control.ROUTES
    app = Starlette(routes=routes, middleware=[Middleware(Mishaps, portal=portal)])
    app.state.portal = portal
    return app
